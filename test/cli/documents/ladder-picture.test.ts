import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ladderPicture, ladderPictureFile } from '../../../cli/documents/ladder-picture.ts';
import { type Lane, rungsOf } from '../../../cli/documents/ladder-rungs.ts';
import { defaultPolicies } from '../../../domain/organization/default-policies.ts';
import type { Role } from '../../../domain/organization/organization.ts';
import { opened, usualRoster } from '../../domain/an-incident.ts';
import { nightOf, pages, pass } from '../../domain/escalation/a-night.ts';

describe('the picture of the ladder', () => {
  test('docs/ladder.svg shows the default ladders: `npx tsx cli/documents/ladder-picture.ts` draws it', () => {
    expect(readFileSync(ladderPictureFile, 'utf8')).toBe(ladderPicture());
  });

  test.each(['critical', 'high'] as const)(
    'has a mark for each page of a silent night that is %s',
    (severity) => {
      const policy = defaultPolicies[severity];
      const night = nightOf(opened({ severity }));

      pass(night, policy.roundSeconds - 1);

      const drawn = rungsOf(policy).marks.map(({ at, kind, lane }) => `${at} ${kind} ${whoIs(lane)}`);
      expect(drawn.sort()).toEqual(pages(night).sort());
    },
  );

  test('calls the contact center at the start of a pause, as the night does', () => {
    const policy = { ...defaultPolicies.high, roundSeconds: 1_200 };

    expect(rungsOf(policy).marks.at(-1)).toEqual({ lane: 'contact center', kind: 'call', at: 900 });
  });
});

function whoIs(lane: Lane): string {
  return usualRoster[lane as Role] ?? lane;
}

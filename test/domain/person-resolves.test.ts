import { describe, expect, test } from '@jest/globals';
import { personResolves } from '../../domain/person-resolves.ts';
import { opened, tenPastThree } from './an-incident.ts';

const said = { by: 'an', note: 'logs rotated', id: 'request#1' };
const now = tenPastThree + 60_000;

function resolved() {
  const answered = personResolves({ ...opened(), paged: ['an', 'chloe'] }, said, now);
  if (answered.kind !== 'changed') throw new Error(`it is ${answered.kind}`);
  return answered.incident;
}

describe('a person’s word that an incident is over', () => {
  test('ends it, with what was done about it on the timeline', () => {
    expect(resolved()).toMatchObject({ status: 'resolved', resolvedAt: now });
    expect(resolved().timeline.at(-1)).toEqual({ at: now, kind: 'resolved', by: 'an', note: 'logs rotated' });
  });

  test('is told to everybody who was paged', () => {
    expect(resolved().notices).toEqual(
      ['an', 'chloe'].map((to) => ({ to, notice: { kind: 'over', code: 'A7K', by: 'an' } })),
    );
  });

  test('counts once when it is delivered twice', () => {
    expect(personResolves(resolved(), said, now + 1)).toEqual({ kind: 'repeated' });
  });

  test('comes too late when it is over already', () => {
    expect(personResolves(resolved(), { ...said, by: 'chloe', id: 'request#2' }, now + 1)).toEqual({
      kind: 'unchanged',
      notice: { kind: 'alreadyOver', code: 'A7K' },
    });
  });
});

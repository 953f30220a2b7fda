import { describe, expect, test } from '@jest/globals';
import { minute } from '../../../domain/time/instant.ts';
import { unreservedCodes } from '../../../lambda/alarms/codes.ts';
import { organizationPublisher } from '../../../lambda/alarms/publish-organization.ts';
import { tenPastThree } from '../../domain/an-incident.ts';
import { exampleOrganization } from '../../domain/example-organization.ts';
import { inMemoryCell, outside } from '../in-memory-cell.ts';

const organization = exampleOrganization();

/** The guardian stores the organization once a minute; `outcomes` says what becomes of each write. */
async function incidentsAfter(outcomes: readonly ('stored' | 'fails')[]): Promise<readonly string[]> {
  const world = outside();
  const clock = { now: tenPastThree };
  let writes = 0;
  const cell = inMemoryCell({
    ...{ outside: world, now: () => clock.now, organization },
    parts: {
      organization: {
        read: async () => ({ organization, from: 'memory' }),
        publish: async () => {
          writes += 1;
          if (outcomes[writes - 1] === 'fails') throw new Error('ValidationException: item size');
        },
      },
    },
  });
  const publish = organizationPublisher(cell, unreservedCodes, 0);
  for (const _ of outcomes) {
    await publish();
    clock.now += minute;
  }
  return world.table
    .all()
    .filter(({ sk }) => sk?.S === 'head')
    .map(({ body }) => JSON.parse(body?.S ?? '{}').summary);
}

const cannotBeStored = 'the organization could not be stored in eu-central-1: an older one is in force';

describe('an organization that cannot be stored', () => {
  test('is an incident after two failures in a row', async () => {
    expect(await incidentsAfter(['fails', 'fails'])).toEqual([cannotBeStored]);
  });

  test('is one incident, however long it fails', async () => {
    expect(await incidentsAfter(['fails', 'fails', 'fails', 'fails'])).toEqual([cannotBeStored]);
  });

  test('is none after one failure, or after two with a success between', async () => {
    expect(await incidentsAfter(['fails', 'stored'])).toEqual([]);
    expect(await incidentsAfter(['fails', 'stored', 'fails'])).toEqual([]);
  });
});

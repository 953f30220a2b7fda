import { describe, expect, test } from '@jest/globals';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { answer } from '../../../domain/answers/answer.ts';
import type { Action } from '../../../domain/api/actions.ts';
import { actions } from '../../../lambda/api/actions.ts';
import { opened, tenPastThree } from '../../domain/an-incident.ts';
import { exampleOrganization } from '../../domain/example-organization.ts';
import { inMemoryCell, itemOf, outside, stored } from '../in-memory-cell.ts';

const organization = exampleOrganization();

const done = { kind: 'done', by: 'an', path: 'sms', id: 'm1' } as const;

/** The first incident of an alarm, resolved by An. */
function over() {
  const answered = answer(opened(), done, tenPastThree);
  if (answered.kind !== 'changed') throw new Error('the incident is not over');
  return itemOf(answered.incident);
}

/** What the API answers to an action on the first incident. `newest`: what the table holds of its alarm. */
async function actOn(newest: ReturnType<typeof itemOf>, action: Action, body: object) {
  const world = outside();
  stored(world, newest);
  const event = {
    headers: {},
    body: JSON.stringify({ by: 'an', ...body }),
    requestContext: { requestId: 'r1' },
  };
  const request = actions[action](event as unknown as APIGatewayProxyEvent, organization, tenPastThree);
  if (typeof request === 'string') throw new Error(request);
  const refused = await request.apply(inMemoryCell({ outside: world }), over(), organization);
  return { status: refused?.statusCode, detail: String(JSON.parse(refused?.body ?? '{}').detail) };
}

describe('an incident that is over', () => {
  test('can be opened again, and a refusal of anything else says so', async () => {
    expect(await actOn(over(), 'reopen', {})).toMatchObject({ status: undefined });
    const { status, detail } = await actOn(over(), 'acknowledge', {});

    expect(status).toBe(409);
    expect(detail).toMatch(/opened again with reopen/);
  });

  test.each([
    ['reopen', {}],
    ['acknowledge', {}],
    ['assign', { service: 'acme-shop' }],
    ['consent', { action: 'restart db-3' }],
  ] as const)(
    'is not offered to be opened again once its alarm has a newer one: %s',
    async (action, body) => {
      const { status, detail } = await actOn({ ...itemOf(), generation: 2 }, action, body);

      expect(status).toBe(409);
      expect(detail).toMatch(/has opened a newer incident/);
      expect(detail).not.toMatch(/reopen|opened again/);
    },
  );
});

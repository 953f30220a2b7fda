import { describe, expect, test } from '@jest/globals';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { type IncidentItem, incidentOf, itemFrom } from '../../../aws/table/incident-item.ts';
import { hour } from '../../../domain/time/instant.ts';
import { readyCodes } from '../../../lambda/alarms/codes.ts';
import { postElsewhere, postNativeAlarm } from '../../../lambda/alarms/native-post.ts';
import { ownerWarnings } from '../../../lambda/alarms/owner-warnings.ts';
import { hashOf } from '../../../sources/raw-event.ts';
import { tenPastThree } from '../../domain/an-incident.ts';
import { exampleOrganization } from '../../domain/example-organization.ts';
import { inMemoryCell } from '../in-memory-cell.ts';

const key = 'a-key';
const cloudWatchKey = 'a-key-of-cloudwatch';

const organization = {
  ...exampleOrganization(),
  integrations: [
    { name: 'nagios', keyHash: `sha256:${hashOf(key)}` },
    {
      name: 'aws',
      keyHash: `sha256:${hashOf(cloudWatchKey)}`,
      cloudwatch: { topics: ['arn:aws:sns:*:1:a'] },
    },
  ],
};

const disk = { dedupKey: 'disk', service: 'acme-shop', summary: 'disk full 95%' };

function anIntake(now = tenPastThree) {
  const cell = inMemoryCell({ organization, now: () => now });
  const codes = readyCodes(cell.codes);
  const sns = { certificate: () => Promise.reject(new Error('none')), confirm: async () => undefined };
  const parts = { cell, codes, sns, owners: ownerWarnings(cell, codes) };
  let requests = 0;
  const event = (body: object, change: Partial<APIGatewayProxyEvent>, bearer: string | undefined) =>
    ({
      ...{ httpMethod: 'POST', path: '/v1/alarms', body: JSON.stringify(body), isBase64Encoded: false },
      headers: bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` },
      requestContext: { requestId: `request-${++requests}` },
      ...change,
    }) as unknown as APIGatewayProxyEvent;
  const incidents = (): readonly IncidentItem[] =>
    cell.outside.table
      .all()
      .filter(({ sk }) => sk?.S === 'head')
      .map(itemFrom);
  return {
    incidents,
    posts: (body: object, bearer = key) => postNativeAlarm(parts, event(body, {}, bearer)),
    sendsTo: (path: string, { method = 'POST', bearer }: { method?: string; bearer?: string } = {}) =>
      postElsewhere(parts, event(disk, { httpMethod: method, path }, bearer)),
  };
}

describe('an alarm with a valid key', () => {
  test.each([
    ['POST', '/v1/alarms/'],
    ['POST', '//v1/alarms'],
    ['POST', '/V1/Alarms'],
    ['PUT', '/v1/alarms'],
    ['POST', '/permanence/v1/alarms'],
    ['POST', '/v1/alarm'],
  ])('that is sent by %s to %s is taken, with a warning', async (method, path) => {
    const { statusCode, body } = await anIntake().sendsTo(path, { method, bearer: key });

    expect(statusCode).toBe(202);
    expect(JSON.parse(body)).toMatchObject({ status: 'escalating', warnings: [{ place: 'path' }] });
  });
});

describe('a request to a path that does not exist', () => {
  test.each([
    ['without a key', { method: 'POST' }],
    ['with a key that nobody has', { method: 'POST', bearer: 'no-such-key' }],
    ['that only reads', { method: 'GET', bearer: key }],
  ])('%s is answered 404, and pages nobody', async (_what, request) => {
    const { sendsTo, incidents } = anIntake();

    expect((await sendsTo('/v1/alarms/', request)).statusCode).toBe(404);
    expect(incidents()).toEqual([]);
  });

  test('that ends in a slash is that of CloudWatch all the same', async () => {
    const { body, statusCode } = await anIntake().sendsTo(`/x/v1/integrations/cloudwatch/${cloudWatchKey}/`);

    expect([statusCode, JSON.parse(body).status]).toEqual([202, 'escalating']);
  });
});

describe('a key', () => {
  test('of the integration of CloudWatch, which stands in an address, sends no native alarm', async () => {
    const { posts, sendsTo, incidents } = anIntake();

    expect((await posts(disk, cloudWatchKey)).statusCode).toBe(403);
    expect((await sendsTo('/v1/alarms/', { bearer: cloudWatchKey })).statusCode).toBe(403);
    expect(incidents()).toEqual([]);
  });

  test('of native alarms sends none of CloudWatch', async () => {
    expect((await anIntake().sendsTo(`/v1/integrations/cloudwatch/${key}/`)).statusCode).toBe(403);
  });
});

describe('an alarm of a known service with mistakes', () => {
  const wrong = { service: 'acme-shop', summary: 'disk full 95%', severity: 'urgent' };

  test('is paged, with warnings in the answer, and asks no operator', async () => {
    const { posts, incidents } = anIntake();
    const { statusCode, body } = await posts(wrong);

    expect(statusCode).toBe(202);
    expect(JSON.parse(body)).toMatchObject({
      status: 'escalating',
      warnings: [{ place: 'dedupKey' }, { place: 'severity' }],
    });
    expect(
      incidents()
        .map(incidentOf)
        .flatMap(({ tasks }) => tasks),
    ).toEqual([]);
  });

  test('is told to the owner of the integration by day, by one SMS', async () => {
    const { posts, incidents } = anIntake();
    await posts(wrong);
    const [warning] = incidents()
      .map(incidentOf)
      .filter(({ source }) => source === 'permanence');

    expect(warning?.summary).toMatch(/alarms of the integration nagios have mistakes: dedupKey must be/);
    expect(warning?.held?.until).toBe(Date.UTC(2026, 10, 23, 8)); // nine o'clock in Brussels
    expect(
      warning?.policy.steps.flatMap(({ roles, paths }) => [...roles, ...paths.map(({ kind }) => kind)]),
    ).toEqual(['management', 'sms']);
  });

  test('is told once a day, however many there are', async () => {
    const { posts, incidents } = anIntake(tenPastThree + 10 * hour);
    for (let count = 0; count < 3; count++) await posts({ ...wrong, summary: `disk ${count}` });

    expect(incidents().filter(({ body }) => body.includes('have mistakes'))).toHaveLength(1);
  });
});

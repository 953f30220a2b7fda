import {
  ConnectClient,
  StartOutboundVoiceContactCommand,
  type StartOutboundVoiceContactCommandInput,
  StopContactCommand,
  UpdateContactAttributesCommand,
} from '@aws-sdk/client-connect';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { serve } from '../stage.ts';
import { aContactCenter, an, type ContactCenter, region, settled } from './a-contact-center.ts';
import { aFlow, ask, hangUp } from './a-flow.ts';

let center: ContactCenter;
let server: Awaited<ReturnType<typeof serve>>;
let client: ConnectClient;
let flow: string;

beforeEach(async () => {
  center = aContactCenter();
  flow = center.flow(aFlow(ask('ask', '$.Attributes.words', 'hang-up'), hangUp));
  server = await serve(center.service.aws);
  client = new ConnectClient(server.client(region));
});
afterEach(() => server.close());

const start = (changes: Partial<StartOutboundVoiceContactCommandInput> = {}) =>
  client.send(
    new StartOutboundVoiceContactCommand({
      InstanceId: center.instanceId,
      ContactFlowId: flow,
      SourcePhoneNumber: center.sourceNumber,
      DestinationPhoneNumber: an.number,
      RingTimeoutInSeconds: 30,
      Attributes: { words: 'disk full' },
      ...changes,
    }),
  );
const calls = () => center.phones.calls.of(an.number);

describe('a call that is accepted', () => {
  test('rings on the phone, with the id of its contact', async () => {
    const { ContactId } = await start();

    expect(calls()).toEqual([
      { id: ContactId, region, status: 'ringing', spoken: [], at: center.clock.now() },
    ]);
    expect(center.told).toEqual([`CALL ${region} -> an ${an.number}: ringing`]);
  });

  test('rings no longer than requested', async () => {
    await start();

    center.clock.advance(29);
    expect(calls()[0]?.status).toBe('ringing');
    center.clock.advance(1);
    expect(calls()[0]?.status).toBe('ended');
    expect(center.told.at(-1)).toContain('not answered');
  });

  test('rings for a minute when the request has no limit', async () => {
    await start({ RingTimeoutInSeconds: undefined });

    center.clock.advance(59);
    expect(calls()[0]?.status).toBe('ringing');
  });

  test('is the same call for the same token, for seven days', async () => {
    const first = await start({ ClientToken: 'a1' });
    const again = await start({ ClientToken: 'a1' });
    expect(again.ContactId).toBe(first.ContactId);
    expect(calls()).toHaveLength(1);

    center.clock.advance(7 * 24 * 3600);
    expect((await start({ ClientToken: 'a1' })).ContactId).not.toBe(first.ContactId);
  });

  test('ends at once on a busy phone', async () => {
    await start();
    await start();

    expect(calls().map(({ status }) => status)).toEqual(['ringing', 'ended']);
    expect(center.told.at(-1)).toContain('busy');
  });

  test('rings and ends at a number without an owner', async () => {
    await start({ DestinationPhoneNumber: '+32499999999' });

    expect(center.phones.calls.of('+32499999999')[0]?.status).toBe('ringing');
    center.clock.advance(30);
    expect(center.phones.calls.of('+32499999999')[0]?.status).toBe('ended');
  });

  test('can be stopped once', async () => {
    const { ContactId } = await start();
    const stop = () => client.send(new StopContactCommand({ InstanceId: center.instanceId, ContactId }));

    await stop();
    expect(calls()[0]?.status).toBe('ended');
    await expect(stop()).rejects.toMatchObject({ name: 'ContactNotFoundException' });
  });

  test('takes new attributes while it rings', async () => {
    const { ContactId = '' } = await start();
    await client.send(
      new UpdateContactAttributesCommand({
        InstanceId: center.instanceId,
        InitialContactId: ContactId,
        Attributes: { words: 'disk broken' },
      }),
    );

    center.phones.calls.handle(an.number, ContactId, { kind: 'answer' });
    await settled();
    expect(calls()[0]?.spoken).toEqual(['disk broken']);
  });

  test('ends when its region stops', async () => {
    await start();
    center.stop(region);

    expect(calls()[0]?.status).toBe('ended');
  });

  test('never rings where calls are dropped', async () => {
    const call = {
      InstanceId: center.instanceId,
      ContactFlowId: flow,
      SourcePhoneNumber: center.sourceNumber,
    };
    const body = JSON.stringify({ ...call, DestinationPhoneNumber: an.number });
    const wire = {
      service: 'connect',
      region,
      caller: { kind: 'account' },
      query: new URLSearchParams(),
    } as const;
    const put = {
      ...wire,
      method: 'PUT',
      path: '/contact/outbound-voice',
      headers: {},
      body: Buffer.from(body),
    };

    const answer = await center.service.aws?.perform(put, { drop: true });

    expect(JSON.parse(String(answer?.body))).toEqual({ ContactId: expect.any(String) });
    expect(calls()).toEqual([]);
  });
});

describe('a call is refused', () => {
  test.each<[string, Partial<StartOutboundVoiceContactCommandInput>, string, number]>([
    [
      'to a country that AWS has not allowed',
      { DestinationPhoneNumber: '+4915123456789' },
      'DestinationNotAllowedException',
      403,
    ],
    [
      'to a text that is not a number',
      { DestinationPhoneNumber: '0470000001' },
      'InvalidParameterException',
      400,
    ],
    [
      'from a number of another account',
      { SourcePhoneNumber: '+3227000000' },
      'ResourceNotFoundException',
      404,
    ],
    ['without a number to show', { SourcePhoneNumber: undefined }, 'InvalidParameterException', 400],
    ['by an instance that does not exist', { InstanceId: 'none' }, 'ResourceNotFoundException', 404],
    ['with a flow that does not exist', { ContactFlowId: 'none' }, 'ResourceNotFoundException', 404],
    ['that rings too briefly', { RingTimeoutInSeconds: 14 }, 'InvalidParameterException', 400],
    ['that rings too long', { RingTimeoutInSeconds: 61 }, 'InvalidParameterException', 400],
    ['with an attribute of a wrong name', { Attributes: { 'a b': 'c' } }, 'InvalidParameterException', 400],
    ['with too many attributes', { Attributes: { a: 'x'.repeat(32_768) } }, 'InvalidParameterException', 400],
  ])('%s', async (_what, changes, name, status) => {
    await expect(start(changes)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
    expect(calls()).toEqual([]);
  });

  test('beyond ten at once', async () => {
    for (let count = 10; count < 20; count += 1)
      await start({ DestinationPhoneNumber: `+324700000${count}` });

    await expect(start()).rejects.toMatchObject({ name: 'LimitExceededException' });
    center.clock.advance(60);
    await expect(start()).resolves.toMatchObject({ ContactId: expect.any(String) });
  });

  test('by an instance that calls nobody', async () => {
    const mute = aContactCenter({ InboundCalls: true, OutboundCalls: false });
    const id = mute.flow(aFlow(hangUp));
    const other = await serve(mute.service.aws);
    const command = new StartOutboundVoiceContactCommand({
      InstanceId: mute.instanceId,
      ContactFlowId: id,
      SourcePhoneNumber: mute.sourceNumber,
      DestinationPhoneNumber: an.number,
    });

    await expect(new ConnectClient(other.client(region)).send(command)).rejects.toMatchObject({
      name: 'OutboundContactNotPermittedException',
    });
    other.close();
  });

  test('with an error for unknown members or operations', async () => {
    await expect(start({ RelatedContactId: 'x' })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 501 },
    });
    await expect(start({ TrafficType: 'CAMPAIGN' })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 501 },
    });
    const get = await fetch(`${server.url}/contact/x/y`, { headers: { authorization: signature } });
    expect([get.status, await get.text()]).toEqual([501, expect.stringContaining('GET /contact/x/y')]);
  });
});

const signature = `AWS4-HMAC-SHA256 Credential=ME/20261122/${region}/connect/aws4_request, Signature=x`;

test('starting a call needs no resource, stopping a call needs the contact', () => {
  const asked = (path: string, method: string, body: object) =>
    center.service.aws?.permissions({
      ...{
        service: 'connect',
        region,
        caller: { kind: 'account' },
        query: new URLSearchParams(),
        headers: {},
      },
      ...{ method, path, body: Buffer.from(JSON.stringify(body)) },
    });

  expect(asked('/contact/outbound-voice', 'PUT', {})).toEqual([
    { action: 'connect:StartOutboundVoiceContact', resource: '*' },
  ]);
  expect(asked('/contact/stop', 'POST', { InstanceId: 'i', ContactId: 'c' })).toEqual([
    {
      action: 'connect:StopContact',
      resource: `arn:aws:connect:${region}:000000000000:instance/i/contact/c`,
    },
  ]);
});

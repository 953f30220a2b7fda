import {
  ConnectClient,
  StartOutboundVoiceContactCommand,
  StartTaskContactCommand,
  StopContactCommand,
} from '@aws-sdk/client-connect';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { eventPattern } from '../../../../local/services/events/event-pattern.ts';
import { serve } from '../stage.ts';
import { aContactCenter, an, type ContactCenter, region, settled } from './a-contact-center.ts';
import { aFlow, ask, hangUp, intoQueue } from './a-flow.ts';

interface ContactEvent {
  readonly source: string;
  readonly 'detail-type': string;
  readonly resources: readonly string[];
  readonly region: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

let center: ContactCenter;
let server: Awaited<ReturnType<typeof serve>>;
let client: ConnectClient;
let heard: ContactEvent[];

/** The events that a rule with this pattern got. */
function listen(pattern: unknown): ContactEvent[] {
  const events: ContactEvent[] = [];
  const matches = eventPattern(pattern);
  center.bus.addRule({
    ...{ arn: 'arn:rule', region, targets: [] },
    matches(event) {
      if (matches(event)) events.push(event as ContactEvent);
      return false;
    },
  });
  return events;
}

beforeEach(async () => {
  center = aContactCenter();
  server = await serve(center.service.aws);
  client = new ConnectClient(server.client(region));
  heard = listen({ source: ['aws.connect'], 'detail-type': ['Amazon Connect Contact Event'] });
});
afterEach(() => server.close());

async function aTask(queueArn: string): Promise<string> {
  const { ContactId = '' } = await client.send(
    new StartTaskContactCommand({
      InstanceId: center.instanceId,
      ContactFlowId: center.flow(intoQueue(queueArn)),
      Name: 'Confirm An',
    }),
  );
  await settled();
  return ContactId;
}

async function aCall(): Promise<string> {
  const { ContactId = '' } = await client.send(
    new StartOutboundVoiceContactCommand({
      InstanceId: center.instanceId,
      ContactFlowId: center.flow(aFlow(ask('ask', 'Fire', 'hang-up'), hangUp)),
      SourcePhoneNumber: center.sourceNumber,
      DestinationPhoneNumber: an.number,
    }),
  );
  return ContactId;
}

const types = () => heard.map(({ detail }) => detail['eventType']);
const operator = { operator: 'els' };
const now = () => new Date(center.clock.now()).toISOString();

describe('Amazon Connect publishes events of a task', () => {
  test('when it is made, queued, accepted and over, with what is known by then', async () => {
    const queueArn = center.queue();
    const begun = now();
    const contactId = await aTask(queueArn);
    center.clock.advance(20);
    center.service.tasks.handle(contactId, { kind: 'accept', ...operator });
    const accepted = now();
    center.clock.advance(60);
    center.service.tasks.handle(contactId, { kind: 'end', ...operator });

    const { instanceArn, instanceId } = center;
    const always = {
      ...{ contactId, initialContactId: contactId, channel: 'TASK', instanceArn, initiationMethod: 'API' },
      ...{ initiationTimestamp: begun, tags: { 'aws:connect:instanceId': instanceId } },
    };
    const queueInfo = { queueArn, queueType: 'STANDARD', enqueueTimestamp: begun };
    const agentArn = expect.stringMatching(`^${instanceArn}/agent/[0-9a-f-]{36}$`);
    const agentInfo = { agentArn, connectedToAgentTimestamp: accepted };
    expect(heard.map(({ detail }) => detail)).toEqual([
      { ...always, eventType: 'INITIATED' },
      { ...always, eventType: 'QUEUED', queueInfo },
      { ...always, eventType: 'CONNECTED_TO_AGENT', queueInfo, agentInfo },
      { ...always, eventType: 'DISCONNECTED', queueInfo, agentInfo, disconnectTimestamp: now() },
    ]);
    expect(heard[0]).toMatchObject({
      ...{ region, resources: [`${instanceArn}/contact/${contactId}`, instanceArn] },
    });
  });

  test('each time that it is queued again, with the new time', async () => {
    const contactId = await aTask(center.queue());
    center.service.tasks.handle(contactId, { kind: 'accept', ...operator });
    center.clock.advance(30);
    center.service.tasks.handle(contactId, { kind: 'reject', ...operator });

    expect(types()).toEqual(['INITIATED', 'QUEUED', 'CONNECTED_TO_AGENT', 'QUEUED']);
    expect(heard.at(-1)?.detail).toMatchObject({ queueInfo: { enqueueTimestamp: now() } });
    expect(heard.at(-1)?.detail).not.toHaveProperty('agentInfo');
  });

  test('once when it is over, however often it is stopped', async () => {
    const ContactId = await aTask(center.queue());
    const stop = new StopContactCommand({ InstanceId: center.instanceId, ContactId });
    await client.send(stop);
    await client.send(stop);

    expect(types()).toEqual(['INITIATED', 'QUEUED', 'DISCONNECTED']);
  });

  test('that no queue takes: one when it is made, and one when it is over', async () => {
    await aTask('no queue');

    expect(types()).toEqual(['INITIATED', 'DISCONNECTED']);
  });
});

describe('Amazon Connect publishes events of a call', () => {
  test('when it is made and when it is over', async () => {
    const id = await aCall();
    center.clock.advance(5);
    center.phones.calls.handle(an.number, id, { kind: 'answer' });
    const answered = now();
    center.clock.advance(5);
    center.phones.calls.handle(an.number, id, { kind: 'hang-up' });

    expect(types()).toEqual(['INITIATED', 'DISCONNECTED']);
    expect(heard.at(-1)?.detail).toMatchObject({
      ...{ contactId: id, channel: 'VOICE', disconnectTimestamp: now() },
      connectedToSystemTimestamp: answered,
    });
  });

  test('that nobody answers, too', async () => {
    await aCall();
    center.clock.advance(60);

    expect(types()).toEqual(['INITIATED', 'DISCONNECTED']);
    expect(heard.at(-1)?.detail).not.toHaveProperty('connectedToSystemTimestamp');
  });

  test('but none when the call ends because its region stops', async () => {
    await aCall();
    center.stop(region);

    expect(types()).toEqual(['INITIATED']);
  });
});

test('a rule for accepted tasks gets only those, whichever way AWS spells the channel', async () => {
  const accepted = listen({
    source: ['aws.connect'],
    detail: {
      channel: ['TASK', 'Task'],
      eventType: ['CONNECTED_TO_AGENT'],
      instanceArn: [center.instanceArn],
    },
  });
  const contactId = await aTask(center.queue());
  await aCall();
  expect(accepted).toEqual([]);

  center.service.tasks.handle(contactId, { kind: 'accept', ...operator });
  expect(accepted).toMatchObject([{ detail: { contactId } }]);
});

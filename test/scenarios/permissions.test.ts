import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { orderedNumbers } from '../../cli/laptop/sms-numbers.ts';
import { type ChangedAssembly, changedAssembly, without } from './changed-assembly.ts';
import { type Laptop, laptop, own, root } from './laptop.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

let assembly: ChangedAssembly;
let cloud: Laptop | undefined;
beforeEach(async () => {
  assembly = await changedAssembly();
});
afterEach(async () => {
  await cloud?.close();
  cloud = undefined;
  assembly.remove();
});

async function started(): Promise<Laptop> {
  cloud = await laptop({ guardians: true, assembly: assembly.directory });
  return cloud;
}

const refusals = ({ told }: Laptop) => told.filter((line) => line.startsWith('REFUSED'));

describe('the product as it is deployed', () => {
  test('is refused nothing from an alarm to its resolution', async () => {
    const night = await started();
    await night.alarm(diskFull);
    await night.skip(65);
    await night.reply('an', 'ja');
    await night.alarm({ ...diskFull, state: 'resolved' });
    await night.skip(5);

    expect(refusals(night)).toEqual([]);
    expect(
      night.cloud.trace.filter(({ outcome }) => /AccessDenied|AuthorizationError/.test(outcome ?? '')),
    ).toEqual([]);
  });
});

describe('a template without a permission that the product needs', () => {
  test.each(['sns:Publish', 'sms-voice:SendTextMessage'])(
    '%s of the step function: no page is sent, and the timeline says why',
    async (action) => {
      assembly.statementsOf('Step', without(action));
      const night = await started();
      const { body } = await night.alarm(diskFull);

      expect(await night.texts('an')).toEqual([]);
      const { timeline } = await night.incident(body.incidentId);
      const failed = timeline.filter(({ kind }) => kind === 'page failed');
      expect(failed).toHaveLength(2);
      expect(failed[0]).toMatchObject({
        region: own,
        reason: expect.stringMatching(`not authorized.*${action}`),
      });
      expect(timeline).toContainEqual(
        expect.objectContaining({ kind: 'sms failed totally', responder: 'an' }),
      );
    },
  );

  test('dynamodb:UpdateItem of the step function: its execution fails, and the guardian pages instead', async () => {
    assembly.statementsOf('Step', without('dynamodb:UpdateItem'));
    const night = await started();
    await night.alarm(diskFull);
    await night.skip(5);

    expect(await night.texts('an')).toEqual([]);
    expect(await night.executions()).toEqual([expect.objectContaining({ status: 'FAILED' })]);
    expect(refusals(night)[0]).toMatch('dynamodb:UpdateItem');

    await night.skip(115);
    expect((await night.texts('an')).length).toBeGreaterThan(0);
  });

  test('dynamodb:UpdateItem of the intake: the alarm is not accepted, and the step function stores it and pages', async () => {
    assembly.statementsOf('Intake', without('dynamodb:UpdateItem'));
    const night = await started();
    const { status } = await night.alarm(diskFull);

    expect(status).toBe(503);
    expect(refusals(night)[0]).toMatch('dynamodb:UpdateItem');
    expect(await night.texts('an')).toHaveLength(1);
  });

  test('states:StartExecution of the intake: the alarm is accepted, and the guardian starts its escalation', async () => {
    assembly.statementsOf('Intake', without('states:StartExecution'));
    const night = await started();
    const { status } = await night.alarm(diskFull);

    expect(status).toBe(202);
    expect(refusals(night)[0]).toMatch('states:StartExecution');
    expect(await night.executions()).toEqual([]);

    await night.skip(75);
    expect((await night.texts('an')).length).toBeGreaterThan(0);
  });
});

describe('numbers that SNS may not send from', () => {
  test('have each page accepted and not delivered, as with AWS: only calls reach the people on call', async () => {
    const unshared = orderedNumbers(assembly.directory).map((number) => ({ ...number, sharedWith: [] }));
    cloud = await laptop({ guardians: true, assembly: assembly.directory, smsNumbers: unshared });
    await cloud.alarm(diskFull);
    await cloud.skip(95);

    expect(await cloud.texts('an')).toEqual([]);
    expect((await cloud.phone('an')).calls).not.toEqual([]);
    expect(cloud.told).toContainEqual(expect.stringContaining('no number there is shared with SNS'));
  });
});

describe('the right to send SMS to any number', () => {
  const topic = `arn:aws:sns:${own}:000000000000:permanence-replies`;
  const publishToTopic = `
    import { PublishCommand, SNSClient } from '${join(root, 'node_modules/@aws-sdk/client-sns/dist-cjs/index.js')}';
    export const handler = async () => {
      await new SNSClient({ maxAttempts: 1 }).send(new PublishCommand({ TopicArn: '${topic}', Message: '{}' }));
    };`;
  const published = ({ cloud: { trace } }: Laptop) =>
    trace
      .filter(({ operation, region }) => operation === 'Publish' && region === own)
      .map(({ outcome }) => outcome);

  beforeEach(() => assembly.codeOf('Step', publishToTopic));

  test('does not allow publishing to a topic', async () => {
    const night = await started();
    await night.alarm(diskFull);

    expect(published(night)[0]).toMatch(/AccessDenied/);
    expect(refusals(night)[0]).toMatch('explicit deny');
  });

  test('would allow it without the statement that denies it', async () => {
    assembly.statementsOf('Step', (statements) => statements.filter(({ Sid }) => Sid !== 'NoTopics'));
    const night = await started();
    await night.alarm(diskFull);

    expect(published(night)[0]).toBe('answered');
  });
});

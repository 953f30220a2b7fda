import { beforeEach, describe, expect, test } from '@jest/globals';
import { aContactCenter, type ContactCenter, functionArn, region } from './a-contact-center.ts';
import { action, aFlow, ask, hangUp, say } from './a-flow.ts';

let center: ContactCenter;

beforeEach(() => {
  center = aContactCenter();
});

describe('what the templates make', () => {
  test('has its ARN as the name', () => {
    const { instanceArn: InstanceArn } = center;
    const hours = center.provision('AWS::Connect::HoursOfOperation', {
      InstanceArn,
      Name: 'always',
      TimeZone: 'Europe/Brussels',
      Config: [{ Day: 'MONDAY', StartTime: { Hours: 0, Minutes: 0 }, EndTime: { Hours: 23, Minutes: 59 } }],
    });
    const queue = center.provision('AWS::Connect::Queue', {
      InstanceArn,
      Name: 'alarms',
      HoursOfOperationArn: hours['ref'],
    });
    const profile = center.provision('AWS::Connect::RoutingProfile', {
      InstanceArn,
      Name: 'operators',
      Description: 'those who watch',
      DefaultOutboundQueueArn: queue['ref'],
      MediaConcurrencies: [{ Channel: 'TASK', Concurrency: 1 }],
    });

    const ids = `${InstanceArn}/(operating-hours|queue|routing-profile)/[0-9a-f-]{36}`;
    for (const { ref } of [hours, queue, profile] as readonly { ref?: string }[]) {
      expect(ref).toMatch(new RegExp(`^${ids}$`));
    }
    expect(queue['QueueArn']).toBe(queue['ref']);
    expect(InstanceArn).toBe(`arn:aws:connect:${region}:000000000000:instance/${center.instanceId}`);
  });

  test('has a number of the country, and no two numbers are alike', () => {
    const another = center.provision('AWS::Connect::PhoneNumber', {
      TargetArn: center.instanceArn,
      CountryCode: 'BE',
      Type: 'DID',
    });

    expect(center.sourceNumber).toMatch(/^\+32\d{8}$/);
    expect(another['Address']).not.toBe(center.sourceNumber);
  });

  test.each([
    ['AWS::Connect::Instance', { Attributes: { OutboundCalls: true, Magic: true } }, 'Magic'],
    ['AWS::Connect::PhoneNumber', { Prefix: '+3227' }, 'Prefix'],
    ['AWS::Connect::IntegrationAssociation', { IntegrationType: 'LEX_BOT', IntegrationArn: 'x' }, 'LEX_BOT'],
    ['AWS::Connect::ContactFlow', { Type: 'AGENT_WHISPER', Name: 'x', Content: '{}' }, 'AGENT_WHISPER'],
    ['AWS::Connect::Queue', { QuickConnectArns: [] }, 'QuickConnectArns'],
  ])('%s gives an error for unknown properties', (type, properties, named) => {
    const { instanceArn } = center;
    const all: Readonly<Record<string, object>> = {
      'AWS::Connect::PhoneNumber': { TargetArn: instanceArn },
      'AWS::Connect::IntegrationAssociation': { InstanceId: instanceArn },
      'AWS::Connect::ContactFlow': { InstanceArn: instanceArn },
    };
    expect(() => center.provision(type, { ...all[type], ...properties })).toThrow(named);
  });
});

describe('a flow is refused', () => {
  const errors = { NoMatchingError: 'hang-up' };
  test.each([
    ['whose action leads nowhere', aFlow(say('hi', 'Hi', 'gone')), 'there is no action gone'],
    [
      'with an action that is never reached',
      aFlow(hangUp, say('hi', 'Hi', 'hang-up')),
      'hi is never reached',
    ],
    ['with two actions of one name', aFlow(say('hi', 'Hi', 'hang-up'), hangUp, hangUp), 'used twice'],
    [
      'with a number where a text belongs',
      aFlow(action('loop', 'Loop', { LoopCount: 3 }, 'hang-up'), hangUp),
      '3 is not a string',
    ],
    ['with an unknown type of action', aFlow(action('wait', 'Wait', {}, 'hang-up'), hangUp), 'the type Wait'],
    [
      'with an unknown parameter',
      aFlow(action('hi', 'MessageParticipant', { Text: 'Hi', Loud: 'True' }, 'hang-up'), hangUp),
      'the parameter Loud',
    ],
    ['with an unknown reference', aFlow(say('hi', '$.Lex.Slot', 'hang-up'), hangUp), '$.Lex.Slot'],
    ['with nothing to say', aFlow(say('hi', '', 'hang-up'), hangUp), 'Text is empty'],
    [
      'that does not say what follows an error',
      aFlow(action('ask', 'Compare', { ComparisonValue: '$.External.a' }, 'hang-up'), hangUp),
      'the error NoMatchingCondition has no branch',
    ],
    [
      'with an error that cannot happen',
      aFlow(
        action('log', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, 'hang-up', { errors }),
        hangUp,
      ),
      'there is no error NoMatchingError',
    ],
    [
      'that goes on where it ends',
      aFlow(action('end', 'EndFlowExecution', {}, 'hang-up'), hangUp),
      'nothing can follow on it',
    ],
    [
      'that stores too many digits',
      aFlow(ask('ask', 'Hi', 'hang-up', '21'), hangUp),
      'MaximumLength from 1 to 20',
    ],
    [
      'that waits longer for a function than Connect does',
      aFlow(
        action(
          'ask',
          'InvokeLambdaFunction',
          { LambdaFunctionARN: functionArn, InvocationTimeLimitSeconds: '9' },
          'hang-up',
          {
            errors,
          },
        ),
        hangUp,
      ),
      'InvocationTimeLimitSeconds must be from 1 to 8',
    ],
    [
      'with a loop that never says it is done',
      aFlow(
        action('loop', 'Loop', { LoopCount: '3' }, 'hang-up', { ways: { ContinueLooping: 'loop' } }),
        hangUp,
      ),
      'ContinueLooping and DoneLooping',
    ],
    [
      'of another version',
      JSON.stringify({ Version: '2020-01-01', StartAction: 'a', Actions: [] }),
      '2019-10-30',
    ],
  ])('%s', (_what, content, sentence) => {
    expect(() => center.flow(content)).toThrow(sentence);
    expect(() => center.flow(content)).toThrow('InvalidContactFlowException');
  });
});

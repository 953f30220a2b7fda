import { describe, expect, test } from '@jest/globals';
import { resourcesOf, statementsOf, synthesize, textOf } from './synthesized.ts';

const { cellA } = synthesize();

const named = (type: string, property: string, name: string) => {
  const found = resourcesOf(cellA, type).find(([, { Properties }]) => Properties[property] === name);
  if (found === undefined) throw new Error(`there is no ${type} ${name}`);
  return found;
};
const arnOf = (queue: string) => `<${named('AWS::SQS::Queue', 'QueueName', queue)[0]}.Arn>`;
const [topicId, topic] = named('AWS::SNS::Topic', 'TopicName', 'permanence-alarms');
const intake = `<${named('AWS::Lambda::Function', 'FunctionName', 'permanence-intake')[0]}.Arn>`;

describe('the topic for alarms', () => {
  test('signs with SHA-256, for whoever subscribes to it by HTTPS', () => {
    expect(topic.Properties).toMatchObject({ SignatureVersion: '2' });
  });

  test('takes what CloudWatch publishes for the alarms of this account, and from nobody else', () => {
    const [, policy] =
      resourcesOf(cellA, 'AWS::SNS::TopicPolicy').find(([, { Properties }]) =>
        JSON.stringify(Properties['Topics']).includes(topicId),
      ) ?? [];
    const { Statement } = (policy?.Properties['PolicyDocument'] ?? {
      Statement: [],
    }) as { Statement: { Effect: string }[] };

    expect(Statement.filter(({ Effect }) => Effect === 'Allow')).toMatchObject([
      {
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  });

  test('hands them to the intake, and keeps what it cannot hand over', () => {
    const [, subscription] =
      resourcesOf(cellA, 'AWS::SNS::Subscription').find(
        ([, { Properties }]) => textOf(Properties['TopicArn']) === `<${topicId}>`,
      ) ?? [];
    const { RedrivePolicy } = (subscription?.Properties ?? {}) as {
      RedrivePolicy?: { deadLetterTargetArn: unknown };
    };

    expect(subscription?.Properties).toMatchObject({ Protocol: 'lambda' });
    expect(textOf(subscription?.Properties['Endpoint'] ?? '')).toBe(intake);
    expect(textOf(RedrivePolicy?.deadLetterTargetArn ?? '')).toBe(arnOf('permanence-alarms-undelivered'));
  });
});

describe('each change of an alarm that the configuration names', () => {
  const [, rule] = named('AWS::Events::Rule', 'Name', 'permanence-alarms');

  test('is an event that the intake gets, tried as long as EventBridge does, then kept', () => {
    expect(rule.Properties).toMatchObject({
      EventPattern: {
        source: ['aws.cloudwatch'],
        'detail-type': ['CloudWatch Alarm State Change', 'CloudWatch Alarm Contributor State Change'],
        detail: { alarmName: [{ wildcard: 'acme-*' }] },
      },
      State: 'ENABLED',
      Targets: [{ RetryPolicy: { MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 21_600 } }],
    });
    const [target] = rule.Properties['Targets'] as [
      { readonly Arn: unknown; readonly DeadLetterConfig: { readonly Arn: unknown } },
    ];
    expect(textOf(target.Arn)).toBe(intake);
    expect(textOf(target.DeadLetterConfig.Arn)).toBe(arnOf('permanence-alarms-undelivered'));
  });

  test('may be an alarm action on the intake, for alarms of this account and region', () => {
    const permissions = resourcesOf(cellA, 'AWS::Lambda::Permission').map(([, { Properties }]) => Properties);
    const action = permissions.find(
      ({ Principal }) => Principal === 'lambda.alarms.cloudwatch.amazonaws.com',
    );

    expect(textOf(action?.['SourceArn'])).toBe('arn:aws:cloudwatch:eu-central-1:<AWS::AccountId>:alarm:*');
    expect(textOf(action?.['SourceAccount'])).toBe('<AWS::AccountId>');
  });
});

describe('an alarm that the intake fails at', () => {
  test('is tried again twice, then kept for the guardian', () => {
    const config = resourcesOf(cellA, 'AWS::Lambda::EventInvokeConfig')
      .map(([, { Properties }]) => Properties)
      .find(({ FunctionName }) => textOf(FunctionName).startsWith('<FunctionsIntake')) as {
      readonly DestinationConfig: { readonly OnFailure: { readonly Destination: unknown } };
    };

    expect(config).toMatchObject({ MaximumRetryAttempts: 2 });
    expect(textOf(config.DestinationConfig.OnFailure.Destination)).toBe(arnOf('permanence-alarm-failures'));
  });

  test('can be taken up again by the guardian, and by nobody else', () => {
    const readers = [
      'permanence-intake',
      'permanence-step',
      'permanence-answer',
      'permanence-guardian',
    ].filter((name) =>
      statementsOf(cellA, name).some(
        ({ actions, resources }) =>
          actions.includes('sqs:ReceiveMessage') &&
          ['permanence-alarm-failures', 'permanence-alarms-undelivered'].every((queue) =>
            resources.includes(arnOf(queue)),
          ),
      ),
    );

    expect(readers).toEqual(['permanence-guardian']);
  });
});

describe('the alarms whose changes page without an action', () => {
  const rulesWith = (alarmEvents: object | undefined) =>
    resourcesOf(synthesize({ config: { alarmEvents } as never }).cellA, 'AWS::Events::Rule').map(
      ([, { Properties }]) =>
        (Properties['EventPattern'] as { readonly detail?: object } | undefined)?.detail,
    );

  test('are none, unless the configuration names some', () => {
    expect(rulesWith(undefined).filter((detail) => detail !== undefined)).toEqual([]);
  });

  test('are those with one of the names, or with one of the tags', () => {
    expect(rulesWith({ names: ['shop', 'db-*'], tags: { pages: ['yes'] } })).toEqual(
      expect.arrayContaining([
        { alarmName: ['shop', { wildcard: 'db-*' }] },
        { alarmTags: { pages: ['yes'] } },
      ]),
    );
  });
});

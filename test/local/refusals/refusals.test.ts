import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startCloud } from '../../../local/cloud.ts';
import { synthesizedSmallApp } from '../small-app/small-app.ts';
import { addContactCenter } from '../small-app/voice.ts';

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}
type Resources = Record<string, Resource & Record<string, unknown>>;

let assembly: string;
let whole: string;
const file = () => join(assembly, 'small.template.json');
beforeAll(async () => {
  assembly = await synthesizedSmallApp();
  addContactCenter(assembly);
  whole = readFileSync(file(), 'utf8');
});
beforeEach(() => writeFileSync(file(), whole));
afterAll(() => rmSync(assembly, { recursive: true, force: true }));

/** Breaks the template of the small app, and gives it to the local cloud. */
async function given(change: (resources: Resources) => void): Promise<void> {
  const template = JSON.parse(whole) as { readonly Resources: Resources };
  change(template.Resources);
  writeFileSync(file(), JSON.stringify(template));
  const numbers = [{ region: 'eu-west-2', number: '+447700900001', topicName: 'replies', sharedWith: [] }];
  const cloud = await startCloud({ assembly, port: 0, speed: 0, phones: [], smsNumbers: numbers });
  await cloud.close();
}

const pager = (properties: object) => (resources: Resources) =>
  void Object.assign(resources['Pager']?.Properties ?? {}, properties);
const variables = (Variables: object) => pager({ Environment: { Variables } });
const added = (Type: string, Properties: object) => (resources: Resources) => {
  resources['Added'] = { Type, Properties: { ...Properties } };
};
const arnOf = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });
const allow = (Action: string, Resource: unknown) => ({ Effect: 'Allow', Action, Resource });
const policyOf = (role: string, Statement: readonly object[]) => ({
  PolicyName: 'More',
  PolicyDocument: { Version: '2012-10-17', Statement },
  Roles: [{ Ref: role }],
});

describe('a template that AWS accepts', () => {
  test('is accepted', async () => {
    await expect(given(() => undefined)).resolves.toBeUndefined();
  });

  test('is accepted with values at the limits of AWS', async () => {
    await expect(
      given((resources) => {
        pager({ Timeout: 900, MemorySize: 10_240, ReservedConcurrentExecutions: 900 })(resources);
        variables({ LONG: 'x'.repeat(4096 - '{"LONG":""}'.length) })(resources);
        added('AWS::Logs::LogGroup', { RetentionInDays: 400 })(resources);
      }),
    ).resolves.toBeUndefined();
  });
});

describe('a template that AWS refuses is refused here, with the name of the resource', () => {
  test.each<[string, (resources: Resources) => void, string]>([
    // Lambda developer guide, "Lambda quotas".
    [
      'an environment over 4 kB',
      variables({ LONG: 'x'.repeat(4096) }),
      'small/Pager (AWS::Lambda::Function): Environment may have 4096 bytes in all, got 4107',
    ],
    // Lambda developer guide, "Using Lambda environment variables", reserved environment variables.
    [
      'a variable that Lambda sets itself',
      variables({ AWS_REGION: 'eu-central-1', TABLE_NAME: 'alarms' }),
      'small/Pager (AWS::Lambda::Function): Environment: Lambda sets these itself, and takes no value: AWS_REGION',
    ],
    // Lambda API reference, Environment: the pattern of names.
    [
      'a variable whose name begins with a digit',
      variables({ '2ND_REGION': 'eu-west-2' }),
      'Environment: names must be a letter and then letters, digits or _: 2ND_REGION',
    ],
    // Lambda API reference, CreateFunction, Timeout and MemorySize.
    ['a function that runs for too long', pager({ Timeout: 901 }), 'Timeout must be from 1 to 900, got 901'],
    ['a function without time', pager({ Timeout: 0 }), 'Timeout must be from 1 to 900, got 0'],
    [
      'a function with too little memory',
      pager({ MemorySize: 64 }),
      'MemorySize must be from 128 to 10240, got 64',
    ],
    // Lambda developer guide, "Lambda runtimes".
    [
      'a runtime that there is not',
      pager({ Runtime: 'nodejs99.x' }),
      'Runtime must be one of nodejs20.x, nodejs22.x, nodejs24.x, got nodejs99.x',
    ],
    // Lambda developer guide, "Configuring reserved concurrency": 100 remain for all other functions.
    [
      'more concurrency than an account may reserve',
      pager({ ReservedConcurrentExecutions: 901 }),
      'ReservedConcurrentExecutions: an account may reserve 900 in a region, got 901',
    ],
    // Lambda developer guide, "Capturing records of Lambda asynchronous invocations", permissions.
    [
      'an on-failure destination to which the function may not send',
      (resources) => {
        const document = resources['PagerPolicy']?.Properties['PolicyDocument'] as { Statement: object[] };
        document.Statement.pop();
      },
      'small/PagerEvents (AWS::Lambda::EventInvokeConfig): the role of pager may not send to its on-failure destination',
    ],
    // Step Functions developer guide, "Logging Step Functions using CloudWatch Logs".
    [
      'a state machine whose role may not deliver logs',
      (resources) => {
        added('AWS::Logs::LogGroup', {})(resources);
        const Destinations = [{ CloudWatchLogsLogGroup: { LogGroupArn: arnOf('Added') } }];
        Object.assign(resources['Machine']?.Properties ?? {}, {
          LoggingConfiguration: { Level: 'ERROR', Destinations },
        });
      },
      'small/Machine (AWS::StepFunctions::StateMachine): the role of the state machine is not authorized to access the log destination: it lacks logs:CreateLogDelivery',
    ],
    // SNS developer guide, "Configuring a dead-letter queue". AWS accepts this, and loses undelivered messages.
    [
      'a subscription whose dead-letter queue does not let SNS write',
      (resources) =>
        void Object.assign(resources['RepliesToPager']?.Properties ?? {}, {
          RedrivePolicy: { deadLetterTargetArn: arnOf('Failures') },
        }),
      'small/RepliesToPager (AWS::SNS::Subscription): what cannot be delivered would be lost',
    ],
    // EventBridge user guide, "Using dead-letter queues". The same as above.
    [
      'a rule whose dead-letter queue does not let EventBridge write',
      added('AWS::Events::Rule', {
        EventPattern: { source: ['aws.cloudwatch'] },
        Targets: [{ Id: 'a', Arn: arnOf('Pager'), DeadLetterConfig: { Arn: arnOf('Failures') } }],
      }),
      'small/Added (AWS::Events::Rule): what cannot be delivered would be lost',
    ],
    // EventBridge Scheduler user guide, "Configuring a dead-letter queue": the role of the target sends.
    [
      'a schedule whose role may not send to its dead-letter queue',
      (resources) => {
        const trust = {
          ...allow('sts:AssumeRole', undefined),
          Principal: { Service: 'scheduler.amazonaws.com' },
        };
        resources['Starter'] = {
          Type: 'AWS::IAM::Role',
          Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [trust] } },
        };
        added('AWS::Scheduler::Schedule', {
          FlexibleTimeWindow: { Mode: 'OFF' },
          ScheduleExpression: 'rate(1 minute)',
          Target: {
            ...{ Arn: arnOf('Pager'), RoleArn: arnOf('Starter') },
            DeadLetterConfig: { Arn: arnOf('Failures') },
          },
        })(resources);
      },
      'small/Added (AWS::Scheduler::Schedule): what cannot be delivered would be lost',
    ],
    // Amazon Connect administrator guide, "Grant Amazon Connect access to your Lambda functions".
    [
      'a flow whose function is not associated with its instance',
      (resources) => {
        delete resources['CenterUsesPager'];
        delete resources['PagesByVoice']?.['DependsOn'];
      },
      'small/PagesByVoice (AWS::Connect::ContactFlow): InvalidContactFlowException: arn:aws:lambda:eu-central-1:000000000000:function:pager is not associated with',
    ],
    // IAM user guide, "IAM and AWS STS quotas": aggregate size of the inline policies of a role.
    [
      'inline policies over 10 kB together',
      added(
        'AWS::IAM::Policy',
        policyOf(
          'PagerRole',
          Array.from({ length: 90 }, (_, index) =>
            allow(
              'sqs:SendMessage',
              `arn:aws:sqs:eu-central-1:000000000000:a-queue-with-a-long-name-${index}`,
            ),
          ),
        ),
      ),
      'small/Added (AWS::IAM::Policy): the inline policies of small-PagerRole may have 10240 characters, got',
    ],
    // CloudWatch Logs API reference, PutRetentionPolicy.
    [
      'logs that are kept for an odd time',
      added('AWS::Logs::LogGroup', { RetentionInDays: 100 }),
      'small/Added (AWS::Logs::LogGroup): RetentionInDays must be one of 1, 3, 5',
    ],
    // SQS API reference, SetQueueAttributes.
    [
      'messages that are kept for longer than 14 days',
      added('AWS::SQS::Queue', { MessageRetentionPeriod: 1_209_601 }),
      'small/Added (AWS::SQS::Queue): MessageRetentionPeriod must be from 60 to 1209600, got 1209601',
    ],
    // CloudFormation user guide, "DeletionPolicy attribute".
    [
      'a DeletionPolicy that there is not',
      (resources) => void Object.assign(resources['Table'] ?? {}, { DeletionPolicy: 'Keep' }),
      'small/Table: DeletionPolicy must be one of Delete, Retain, RetainExceptOnCreate, got "Keep"',
    ],
    // CloudFormation user guide, "UpdateReplacePolicy attribute".
    [
      'an UpdateReplacePolicy that only a DeletionPolicy may be',
      (resources) =>
        void Object.assign(resources['Table'] ?? {}, { UpdateReplacePolicy: 'RetainExceptOnCreate' }),
      'small/Table: UpdateReplacePolicy must be one of Delete, Retain, got "RetainExceptOnCreate"',
    ],
  ])('%s', async (_what, change, message) => {
    await expect(given(change)).rejects.toThrow(message);
  });
});

import { describe, expect, test } from '@jest/globals';
import { functionMegabytes, functionSeconds, guardianSweeps } from '../../domain/timeouts.ts';
import {
  readStatements,
  resourcesOf,
  statementsOf,
  synthesize,
  type TemplateResource,
  textOf,
  without,
} from './synthesized.ts';

const { cellA } = synthesize();
const names = [
  'permanence-intake',
  'permanence-step',
  'permanence-answer',
  'permanence-call-answer',
  'permanence-guardian',
  'permanence-people',
  'permanence-screen',
];

function functionOf(name: string): TemplateResource {
  const found = resourcesOf(cellA, 'AWS::Lambda::Function').find(
    ([, { Properties }]) => Properties['FunctionName'] === name,
  );
  if (found === undefined) throw new Error(`there is no function ${name}`);
  return found[1];
}

/** The actions that a function may do, but for writing its log. */
const actionsOf = (name: string) =>
  statementsOf(cellA, name)
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ actions }) => actions)
    .filter((action) => !action.startsWith('logs:'))
    .sort();

const readsAndWritesIncidents = [
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
  'dynamodb:UpdateItem',
  's3:GetObject',
  's3:ListBucket',
];
const drivesExecutions = ['states:SendTaskSuccess', 'states:StartExecution'];
const makesLinks = ['secretsmanager:GetSecretValue'];
const pagesWithoutTable = ['states:DescribeExecution', 'states:StartExecution'];
const calls = ['connect:StartOutboundVoiceContact'];
const findsConnect = ['ssm:GetParameter'];
const asksContactCenter = ['connect:StartTaskContact', 'connect:StopContact'];
const sendsSms = ['sms-voice:SendTextMessage', 'sns:Publish'];
const reportsFailures = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'];

describe('a cell', () => {
  test('has the functions that we wrote, and none that CDK adds', () => {
    const found = resourcesOf(cellA, 'AWS::Lambda::Function').map(
      ([, { Properties }]) => Properties['FunctionName'],
    );

    expect(found.toSorted()).toEqual(names.toSorted());
  });
});

describe('the concurrency of an account', () => {
  const reservedIn = (template: typeof cellA) =>
    Object.fromEntries(
      resourcesOf(template, 'AWS::Lambda::Function').map(([, { Properties }]) => [
        Properties['FunctionName'],
        Properties['ReservedConcurrentExecutions'],
      ]),
    );

  test('is shared by all functions by default, for a new account has too little to reserve any of it', () => {
    expect(Object.values(reservedIn(cellA)).filter((count) => count !== undefined)).toEqual([]);
  });

  test('is kept for those that the configuration names, in both cells', () => {
    const reservedConcurrency = { step: 200, answer: 50, guardian: 5 };
    const made = synthesize({ config: { reservedConcurrency } });

    for (const cell of [made.cellA, made.cellB]) {
      expect(reservedIn(cell)).toMatchObject({
        'permanence-step': 200,
        'permanence-answer': 50,
        'permanence-guardian': 5,
        'permanence-intake': undefined,
      });
    }
  });
});

describe('the guardian, which runs all the time', () => {
  const dollarsPerGbSecond = 0.0000133334; // of a function on ARM, in Europe
  const minutesOfAMonth = (365 * 24 * 60) / 12;

  test('costs less than 20 dollars a month in a cell', () => {
    const seconds = (guardianSweeps.forMs + guardianSweeps.everyMs) / 1000;
    const gbSeconds = minutesOfAMonth * seconds * (functionMegabytes.guardian / 1024);

    expect(gbSeconds * dollarsPerGbSecond).toBeLessThan(20);
  });
});

describe.each(names)('%s', (name) => {
  test('runs on Node 24 on ARM, for as long as its attempts take', () => {
    const entry = name.replace('permanence-', '') as keyof typeof functionSeconds;

    expect(functionOf(name).Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: functionMegabytes[entry],
      Handler: 'index.handler',
      Timeout: functionSeconds[entry],
    });
  });

  test('knows its own cell and the other one by name', () => {
    const { Environment } = functionOf(name).Properties as {
      Environment: { Variables: Record<string, unknown> };
    };
    const settings = Object.entries(Environment.Variables).map(([key, value]) => [key, textOf(value)]);

    expect(Object.fromEntries(settings)).toMatchObject({
      TABLE_NAME: 'permanence-incidents',
      OTHER_REGION: 'eu-west-2',
      STATE_MACHINE_ARN: 'arn:aws:states:eu-central-1:<AWS::AccountId>:stateMachine:permanence-escalation',
      OTHER_STATE_MACHINE_ARN: 'arn:aws:states:eu-west-2:<AWS::AccountId>:stateMachine:permanence-escalation',
      PAGE_WITHOUT_TABLE_ARN:
        'arn:aws:states:eu-central-1:<AWS::AccountId>:stateMachine:permanence-page-without-table',
      OTHER_PAGE_WITHOUT_TABLE_ARN:
        'arn:aws:states:eu-west-2:<AWS::AccountId>:stateMachine:permanence-page-without-table',
      ORGANIZATION_BUCKET: 'permanence-organization-<AWS::AccountId>-eu-central-1',
      OTHER_ORGANIZATION_BUCKET: 'permanence-organization-<AWS::AccountId>-eu-west-2',
    });
  });

  test('reaches the table through either region, and nothing else of it', () => {
    const resources = statementsOf(cellA, name)
      .filter(({ actions }) => actions.includes('dynamodb:PutItem'))
      .flatMap(({ resources }) => resources);

    expect(resources).toEqual([
      'arn:aws:dynamodb:eu-central-1:<AWS::AccountId>:table/permanence-incidents',
      'arn:aws:dynamodb:eu-west-2:<AWS::AccountId>:table/permanence-incidents',
    ]);
  });

  test('has a wildcard only where AWS knows no resource: an SMS, a call, a task token', () => {
    const anything = statementsOf(cellA, name)
      .filter(({ effect, resources }) => effect === 'Allow' && resources.includes('*'))
      .flatMap(({ actions }) => actions);

    expect([...sendsSms, ...calls, 'states:SendTaskSuccess']).toEqual(expect.arrayContaining(anything));
  });

  test('may publish to no topic, even where it may send SMS', () => {
    const statements = statementsOf(cellA, name);
    const allowed = statements.some(
      ({ effect, actions }) => effect === 'Allow' && actions.includes('sns:Publish'),
    );
    const denied = statements.some(
      ({ effect, actions, resources }) =>
        effect === 'Deny' && actions.includes('sns:Publish') && resources.includes('arn:aws:sns:*:*:*'),
    );

    expect(denied || !allowed).toBe(true);
  });
});

describe('what each function may do', () => {
  test('the intake takes in alarms and reports those that it fails at, and can neither page nor delete', () => {
    expect(actionsOf('permanence-intake')).toEqual(
      [...readsAndWritesIncidents, ...drivesExecutions, ...pagesWithoutTable, ...reportsFailures].sort(),
    );
  });

  test('a step can page as well', () => {
    expect(actionsOf('permanence-step')).toEqual(
      [
        ...[...readsAndWritesIncidents, ...drivesExecutions, ...sendsSms, ...calls],
        ...[...pagesWithoutTable, ...asksContactCenter, ...makesLinks, ...findsConnect],
      ].sort(),
    );
  });

  test('the answer can do what a step can, and report its failures', () => {
    expect(actionsOf('permanence-answer')).toEqual(
      [...readsAndWritesIncidents, ...drivesExecutions, ...sendsSms, ...reportsFailures].sort(),
    );
  });

  test.each(['permanence-intake', 'permanence-step'])(
    '%s sees executions of the page without the table, and no others',
    (name) => {
      const seen = statementsOf(cellA, name)
        .filter(({ actions }) => actions.includes('states:DescribeExecution'))
        .flatMap(({ resources }) => resources);

      expect(seen).toEqual([
        'arn:aws:states:eu-central-1:<AWS::AccountId>:execution:permanence-page-without-table:*',
        'arn:aws:states:eu-west-2:<AWS::AccountId>:execution:permanence-page-without-table:*',
      ]);
    },
  );

  test('a pressed key can be stored and wake its incident, and do nothing more', () => {
    expect(actionsOf('permanence-call-answer')).toEqual([
      ...['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
      'states:SendTaskSuccess',
    ]);
  });

  test('the guardian finds what is overdue, redrives failures and publishes the organization', () => {
    expect(actionsOf('permanence-guardian')).toEqual(
      [
        ...[...readsAndWritesIncidents, ...drivesExecutions, ...sendsSms, ...calls, ...reportsFailures],
        ...[...makesLinks, ...asksContactCenter, ...findsConnect],
        ...[
          'dynamodb:Scan',
          's3:PutObject',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          'sqs:ReceiveMessage',
        ],
      ].sort(),
    );
  });

  test.each(['permanence-people', 'permanence-screen'])(
    'what people say opens no incident and sends nothing; it starts the execution of one that it opens again: %s',
    (name) => {
      expect(actionsOf(name)).toEqual(
        [
          ...makesLinks,
          ...readsAndWritesIncidents.filter((action) => action !== 'dynamodb:UpdateItem'),
          ...['dynamodb:BatchGetItem', 'dynamodb:Scan'],
          ...['states:SendTaskSuccess', 'states:StartExecution'],
        ].sort(),
      );
    },
  );

  test('who makes or opens links reads their key from either region, and no other secret', () => {
    const readers = names.filter((name) => actionsOf(name).includes('secretsmanager:GetSecretValue'));
    const secrets = statementsOf(cellA, 'permanence-screen')
      .filter(({ actions }) => actions.includes('secretsmanager:GetSecretValue'))
      .flatMap(({ resources }) => resources);

    expect(readers).toEqual([
      'permanence-step',
      'permanence-guardian',
      'permanence-people',
      'permanence-screen',
    ]);
    expect(secrets).toEqual([
      'arn:aws:secretsmanager:eu-central-1:<AWS::AccountId>:secret:permanence-link-key-??????',
      'arn:aws:secretsmanager:eu-west-2:<AWS::AccountId>:secret:permanence-link-key-??????',
    ]);
  });

  test.each(['permanence-guardian', 'permanence-people', 'permanence-screen'])(
    '%s scans the index of what is due, never the table',
    (name) => {
      const scanned = statementsOf(cellA, name)
        .filter(({ actions }) => actions.includes('dynamodb:Scan'))
        .flatMap(({ resources }) => resources);

      expect(scanned).toEqual([
        'arn:aws:dynamodb:eu-central-1:<AWS::AccountId>:table/permanence-incidents/index/due',
        'arn:aws:dynamodb:eu-west-2:<AWS::AccountId>:table/permanence-incidents/index/due',
      ]);
    },
  );

  test.each(['permanence-step', 'permanence-guardian'])(
    '%s asks the contact center of either region, by flows of Amazon Connect alone',
    (name) => {
      const of = (kind: string) =>
        ['eu-central-1', 'eu-west-2'].map(
          (region) => `arn:aws:connect:${region}:<AWS::AccountId>:instance/*/${kind}/*`,
        );
      const resourcesOfAction = (action: string) =>
        statementsOf(cellA, name)
          .filter(({ actions }) => actions.includes(action))
          .flatMap(({ resources }) => resources);

      expect(resourcesOfAction('connect:StartTaskContact').toSorted()).toEqual(
        [...of('contact-flow'), ...of('contact')].toSorted(),
      );
      expect(resourcesOfAction('connect:StopContact')).toEqual(of('contact'));
    },
  );

  test.each(['permanence-step', 'permanence-guardian'])(
    '%s reads how to call in the parameter of its own region, and no other parameter',
    (name) => {
      const read = statementsOf(cellA, name)
        .filter(({ actions }) => actions.includes('ssm:GetParameter'))
        .flatMap(({ resources }) => resources);
      const { Environment } = functionOf(name).Properties as {
        Environment: { Variables: Record<string, unknown> };
      };

      expect(read).toEqual(['arn:aws:ssm:eu-central-1:<AWS::AccountId>:parameter/permanence-voice']);
      expect(Environment.Variables['VOICE_PARAMETER']).toBe('permanence-voice');
    },
  );

  test('nobody has every action of a service', () => {
    const wildcards = resourcesOf(cellA, 'AWS::IAM::Policy').flatMap(([, { Properties }]) =>
      readStatements(Properties['PolicyDocument'])
        .flatMap(({ actions }) => actions)
        .filter((action) => action.includes('*')),
    );

    expect(wildcards).toEqual([]);
  });

  test('only the gateway’s log writer has a policy of AWS', () => {
    const managed = without(
      cellA,
      'AWS::IAM::Role',
      ({ Properties }) => Properties['ManagedPolicyArns'] === undefined,
    );

    expect(managed).toEqual([expect.stringMatching(/^IntakeCloudWatchRole/)]);
  });
});

import { runSimulation, type Simulation } from '@cloud-copilot/iam-simulate';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Caller } from '../../../local/kernel/service.ts';
import { account, anAccount, policy, worker } from '../an-account.ts';

const other = '444455556666';
const at = (service: string, rest: string) => `arn:aws:${service}:eu-central-1:${account}:${rest}`;

/** Calls that the product makes, and what they touch. */
const calls = [
  { action: 'dynamodb:GetItem', resource: at('dynamodb', 'table/incidents') },
  { action: 'dynamodb:PutItem', resource: at('dynamodb', 'table/incidents') },
  { action: 'dynamodb:Query', resource: at('dynamodb', 'table/incidents/index/due') },
  { action: 'sns:Publish', resource: at('sns', 'replies') },
  { action: 'sqs:SendMessage', resource: at('sqs', 'failures') },
  { action: 'lambda:InvokeFunction', resource: at('lambda', 'function:answer') },
  { action: 's3:GetObject', resource: 'arn:aws:s3:::organization/organization.json' },
  { action: 'states:StartExecution', resource: at('states', 'stateMachine:escalation') },
  { action: 'states:SendTaskSuccess', resource: '*' },
] as const;

type Call = (typeof calls)[number];

/** The resource types whose resources are policies of a resource. */
const policyOf: Readonly<Record<string, (resource: string, document: object) => readonly [string, object]>> =
  {
    sns: (topic, document) => ['AWS::SNS::TopicPolicy', { Topics: [topic], PolicyDocument: document }],
    sqs: (queue, document) => [
      'AWS::SQS::QueuePolicy',
      {
        Queues: [`https://sqs.eu-central-1.amazonaws.com/${account}/${queue.split(':').at(-1)}`],
        PolicyDocument: document,
      },
    ],
    s3: (object, document) => [
      'AWS::S3::BucketPolicy',
      { Bucket: object.replace('arn:aws:s3:::', '').split('/')[0], PolicyDocument: document },
    ],
  };

const topic = at('sns', 'replies');
const sources = [topic, at('sns', 'alarms'), at('states', 'stateMachine:escalation')];

const callers: readonly { readonly caller: Caller; readonly principal: string; readonly context: object }[] =
  [
    {
      caller: worker,
      principal: `arn:aws:sts::${account}:assumed-role/worker/step`,
      context: {
        'aws:PrincipalAccount': account,
        'aws:PrincipalArn': `arn:aws:iam::${account}:role/worker`,
        'aws:PrincipalIsAWSService': 'false',
      },
    },
    ...sources.slice(0, 2).map((sourceArn) => ({
      caller: { kind: 'service', principal: 'sns.amazonaws.com', sourceArn } as const,
      principal: 'sns.amazonaws.com',
      context: {
        'aws:SourceArn': sourceArn,
        'aws:SourceAccount': account,
        'aws:PrincipalIsAWSService': 'true',
      },
    })),
  ];

const anAction = fc.constantFrom(
  ...calls.map(({ action }) => action),
  ...[
    '*',
    'dynamodb:*',
    'dynamodb:Get*',
    'dynamodb:?etItem',
    'DynamoDB:putitem',
    'sns:*',
    'sqs:Send*',
    's3:Get*',
  ],
  ...['lambda:Invoke*', 'states:*', 'states:Send*'],
);

/**
 * Statements without a `*` that reaches past a colon, such as `arn:aws:states:*:stateMachine:*`. The simulator never
 * allows that. AWS allows it where the `*` ends a part. Source: IAM User Guide, "IAM JSON policy elements: Resource",
 * wildcards.
 */
const aResource = fc.constantFrom(
  ...calls.map(({ resource }) => resource),
  ...['*', 'arn:aws:dynamodb:*:*:table/*', at('dynamodb', 'table/inc*'), at('dynamodb', 'table/incident?')],
  ...[
    'arn:aws:sns:*:*:*',
    `arn:aws:sns:*:${other}:*`,
    `${topic}-2`,
    at('sqs', '*'),
    'arn:aws:s3:::organization',
  ],
  ...[
    'arn:aws:s3:::organization/*',
    'arn:aws:lambda:*:*:*',
    at('lambda', 'function:Answer'),
    at('states', '*'),
  ],
);

const aCondition = fc.oneof(
  fc
    .record({ 'aws:SourceArn': some(fc.constantFrom(...sources, 'arn:aws:sns:*:*:repl*', 'arn:aws:sns:*')) })
    .chain((keys) =>
      fc
        .constantFrom('ArnLike', 'ArnEquals', 'ArnNotLike', 'ArnNotEquals', 'StringLike', 'StringEquals')
        .map((operator) => ({ [operator]: keys })),
    ),
  fc
    .record({ 'aws:SourceAccount': some(fc.constantFrom(account, other)) })
    .chain((keys) =>
      fc
        .constantFrom(
          'StringEquals',
          'StringNotEquals',
          'StringEqualsIfExists',
          'StringLike',
          'StringNotLike',
        )
        .map((operator) => ({ [operator]: keys })),
    ),
  fc.constantFrom(
    { Bool: { 'aws:SecureTransport': 'false' } },
    { Bool: { 'aws:SecureTransport': 'true' } },
    { Bool: { 'aws:PrincipalIsAWSService': 'true' } },
    { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
    { Null: { 'aws:SourceArn': 'true' } },
    { Null: { 'aws:SourceAccount': 'false' } },
    { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/work*` } },
    { StringEqualsIgnoreCase: { 'aws:PrincipalAccount': account } },
    {
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:replies' },
    },
  ),
);

const aPrincipal = fc.constantFrom(
  '*',
  { AWS: '*' },
  { AWS: account },
  { AWS: `arn:aws:iam::${account}:root` },
  { AWS: `arn:aws:iam::${account}:role/worker` },
  { AWS: `arn:aws:iam::${account}:role/another` },
  { AWS: [`arn:aws:iam::${other}:root`, `arn:aws:iam::${account}:root`] },
  { Service: 'sns.amazonaws.com' },
  { Service: ['events.amazonaws.com', 'sns.amazonaws.com'] },
  { Service: 'lambda.amazonaws.com', AWS: `arn:aws:iam::${account}:role/worker` },
);

function some<Value>(one: fc.Arbitrary<Value>): fc.Arbitrary<Value | Value[]> {
  return fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 3 }));
}

/** A statement that is usually about this call. */
function aStatement({ action, resource }: Call, rest: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}) {
  const actions = fc.oneof(
    { weight: 2, arbitrary: fc.constant(action) },
    { weight: 1, arbitrary: some(anAction) },
  );
  const resources = fc.oneof(
    { weight: 2, arbitrary: fc.constant(resource) },
    { weight: 1, arbitrary: some(aResource) },
  );
  return fc
    .record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Allow', 'Deny'),
      act: fc.record({
        name: fc.constantFrom('Action', 'Action', 'Action', 'NotAction'),
        value: actions as fc.Arbitrary<unknown>,
      }),
      on: fc.record({
        name: fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
        value: resources as fc.Arbitrary<unknown>,
      }),
      Condition: fc.option(aCondition, { nil: undefined, freq: 1 }),
      ...rest,
    })
    .map(({ act, on, Condition, ...others }) => ({
      ...others,
      [act.name]: act.value,
      [on.name]: on.value,
      ...(Condition === undefined ? {} : { Condition }),
    }));
}

/** Policies of an account, and a call. */
const aQuestion = fc.constantFrom(...calls).chain((call) => {
  const hasPolicy = policyOf[call.action.split(':')[0] ?? ''] !== undefined;
  return fc.record({
    call: fc.constant(call),
    by: fc.constantFrom(...callers),
    identity: fc.array(aStatement(call), { maxLength: 3 }),
    ofResource: hasPolicy
      ? fc.array(aStatement(call, { Principal: aPrincipal }), { maxLength: 3 })
      : fc.constant<object[]>([]),
  });
});

type Question = typeof aQuestion extends fc.Arbitrary<infer Value> ? Value : never;

/** Whether the local cloud allows it. */
function isAllowedHere({ call, by, identity, ofResource }: Question): boolean {
  const iam = anAccount();
  if (identity.length > 0) {
    iam.add('AWS::IAM::Policy', { PolicyName: 'p', Roles: ['worker'], PolicyDocument: policy(...identity) });
  }
  const placed = policyOf[call.action.split(':')[0] ?? '']?.(call.resource, policy(...ofResource));
  if (placed !== undefined && ofResource.length > 0) iam.add(placed[0], placed[1] as Record<string, unknown>);
  return iam.authorizer.refusal(by.caller, { action: call.action, resource: call.resource }) === undefined;
}

/** Whether the simulator allows it. Throws if the simulator cannot read the policies. */
async function isAllowedThere({ call, by, identity, ofResource }: Question): Promise<boolean> {
  const isRole = by.caller.kind === 'role';
  const simulation: Simulation = {
    request: {
      principal: by.principal,
      action: call.action,
      resource: { resource: call.resource, accountId: account },
      contextVariables: { 'aws:SecureTransport': 'true', ...by.context },
    },
    identityPolicies: isRole && identity.length > 0 ? [{ name: 'p', policy: policy(...identity) }] : [],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    ...(ofResource.length > 0 && { resourcePolicy: policy(...ofResource) }),
  };
  const answer = await runSimulation(simulation, {});
  if (answer.resultType === 'error') throw new Error(JSON.stringify(answer.errors));
  return answer.overallResult === 'Allowed';
}

describe('the policies of the account', () => {
  test('allow and deny what an independent simulator of IAM allows and denies', async () => {
    const verdicts = { allowed: 0, refused: 0 };

    await fc.assert(
      fc.asyncProperty(aQuestion, async (question) => {
        const isAllowed = isAllowedHere(question);
        verdicts[isAllowed ? 'allowed' : 'refused']++;

        expect(isAllowed).toBe(await isAllowedThere(question));
      }),
      { numRuns: 1_000 },
    );

    expect(Math.min(verdicts.allowed, verdicts.refused)).toBeGreaterThan(100);
  });
});

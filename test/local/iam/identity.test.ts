import { describe, expect, test } from '@jest/globals';
import { account, allow, anAccount, policy, worker } from '../an-account.ts';

const table = `arn:aws:dynamodb:eu-central-1:${account}:table/incidents`;
const topic = `arn:aws:sns:eu-central-1:${account}:replies`;
const machine = `arn:aws:states:eu-central-1:${account}:stateMachine:escalation`;

/** The outcome of a call of the role, when its policy has these statements. */
function refusal(statements: readonly object[], action: string, resource: string, context = {}) {
  const iam = anAccount();
  iam.add('AWS::IAM::Policy', { PolicyName: 'p', Roles: ['worker'], PolicyDocument: policy(...statements) });
  return iam.authorizer.refusal(worker, { action, resource, context });
}

describe('a role', () => {
  test('is refused, in AWS’s words, what no policy allows', () => {
    expect(refusal([allow('dynamodb:GetItem', table)], 'dynamodb:PutItem', table)).toBe(
      `User: arn:aws:sts::${account}:assumed-role/worker/step is not authorized to perform: dynamodb:PutItem ` +
        `on resource: ${table} because no identity-based policy allows the dynamodb:PutItem action`,
    );
  });

  test.each([
    ['the action by name', allow('dynamodb:PutItem', table)],
    ['the action in another case', allow('DynamoDB:putitem', table)],
    ['one of several actions', allow(['dynamodb:GetItem', 'dynamodb:PutItem'], table)],
    ['all actions with this beginning', allow('dynamodb:Put*', table)],
    ['everything', allow('*', '*')],
    ['one of several resources', allow('dynamodb:PutItem', [topic, table])],
    ['resources with this beginning', allow('dynamodb:PutItem', `arn:aws:dynamodb:*:${account}:table/inc*`)],
    ['all actions except others', { Effect: 'Allow', NotAction: 'sns:*', Resource: table }],
    ['all resources except others', { Effect: 'Allow', Action: 'dynamodb:*', NotResource: topic }],
  ])('may do what a policy allows: %s', (_, statement) => {
    expect(refusal([statement], 'dynamodb:PutItem', table)).toBeUndefined();
  });

  test.each([
    ['another table', allow('dynamodb:PutItem', `${table}-2`)],
    ['an index of the table only', allow('dynamodb:PutItem', `${table}/index/*`)],
    ['the table in another case', allow('dynamodb:PutItem', table.replace('incidents', 'Incidents'))],
    ['all actions except this one', { Effect: 'Allow', NotAction: 'dynamodb:Put*', Resource: table }],
    ['all resources except this one', { Effect: 'Allow', Action: '*', NotResource: table }],
  ])('may not do what a policy does not cover: it allows %s', (_, statement) => {
    expect(refusal([statement], 'dynamodb:PutItem', table)).toContain('no identity-based policy allows');
  });

  test('may not do what one policy denies, whatever the other policies allow', () => {
    const deny = { Effect: 'Deny', Action: 'sns:Publish', Resource: 'arn:aws:sns:*:*:*' };

    expect(refusal([allow('sns:Publish', '*'), deny], 'sns:Publish', topic)).toContain(
      'with an explicit deny in an identity-based policy',
    );
  });

  test('may send an SMS when it may publish on everything, even if all topics are denied', () => {
    const deny = { Effect: 'Deny', Action: 'sns:Publish', Resource: 'arn:aws:sns:*:*:*' };

    expect(refusal([allow('sns:Publish', '*'), deny], 'sns:Publish', '*')).toBeUndefined();
  });

  test('may not send an SMS when it may publish to all topics', () => {
    expect(refusal([allow('sns:Publish', 'arn:aws:sns:*:*:*')], 'sns:Publish', '*')).toContain(
      'on resource: *',
    );
  });

  test('may do an action without resources only where everything is allowed', () => {
    expect(refusal([allow('states:SendTaskSuccess', machine)], 'states:SendTaskSuccess', machine)).toContain(
      'no identity-based policy allows the states:SendTaskSuccess action',
    );
    expect(
      refusal([allow('states:SendTaskSuccess', '*')], 'states:SendTaskSuccess', machine),
    ).toBeUndefined();
  });

  test('may write logs with Lambda’s basic policy, and nothing else', () => {
    const iam = anAccount();
    iam.add('AWS::IAM::Role', {
      RoleName: 'basic',
      AssumeRolePolicyDocument: policy({ ...allow('sts:AssumeRole'), Principal: '*' }),
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
    });
    const basic = { ...worker, roleArn: `arn:aws:iam::${account}:role/basic` };
    const logs = `arn:aws:logs:eu-central-1:${account}:log-group:x:log-stream:y`;

    expect(iam.authorizer.refusal(basic, { action: 'logs:PutLogEvents', resource: logs })).toBeUndefined();
    expect(iam.authorizer.refusal(basic, { action: 'sns:Publish', resource: topic })).toContain(
      'not authorized',
    );
  });
});

describe('a call that AWS does not have', () => {
  test.each([
    ['an action that does not exist', 'dynamodb:PutThing', table, 'AWS has no action dynamodb:PutThing'],
    ['a service that does not exist', 'dynamo:PutItem', table, 'AWS has no service dynamo'],
    [
      'a resource of another kind',
      'dynamodb:PutItem',
      topic,
      `dynamodb:PutItem takes no resource such as ${topic}`,
    ],
  ])('is an error: %s', (_, action, resource, message) => {
    expect(() => refusal([], action, resource)).toThrow(message);
  });

  test('is an error when its role does not exist', () => {
    const nobody = { ...worker, roleArn: `arn:aws:iam::${account}:role/nobody` };

    expect(() =>
      anAccount().authorizer.refusal(nobody, { action: 'dynamodb:PutItem', resource: table }),
    ).toThrow('there is no role');
  });
});

describe('a policy that AWS or the local cloud does not understand', () => {
  test.each([
    ['an action that does not exist', allow('sns:Shout', '*'), 'AWS has no action sns:Shout'],
    ['a pattern that covers no action', allow('sns:Shout*', '*'), 'AWS has no action sns:Shout*'],
    [
      'a resource that is no ARN',
      allow('sns:Publish', 'replies'),
      'a resource is an ARN of six parts or *, got replies',
    ],
    ['no resource', allow('sns:Publish'), 'either Resource or NotResource is wanted'],
    ['a principal', { ...allow('sns:Publish', '*'), Principal: '*' }, 'a Principal belongs in'],
    ['another member', { ...allow('sns:Publish', '*'), Until: 'noon' }, 'not known here: Until'],
    ['another effect', { Effect: 'Maybe', Action: 'sns:Publish', Resource: '*' }, 'Allow or Deny, got Maybe'],
    ['a variable', allow('s3:GetObject', 'arn:aws:s3:::b/$' + '{aws:username}'), 'policy variables'],
    [
      'an operator',
      when({ NumericEquals: { 'aws:SourceArn': '1' } }),
      'the condition operator NumericEquals',
    ],
    ['a key', when({ StringEquals: { 'aws:CalledVia': 'x' } }), 'the condition key aws:CalledVia'],
    ['a key of a service', when({ StringEquals: { 'sns:Colour': 'x' } }), 'the condition key sns:Colour'],
  ])('is refused: %s', (_, statement, message) => {
    expect(() => refusal([statement], 'sns:Publish', topic)).toThrow(message);
  });

  test('is refused when it is an unknown policy of AWS', () => {
    const arn = 'arn:aws:iam::aws:policy/AdministratorAccess';
    const role = { AssumeRolePolicyDocument: policy(), ManagedPolicyArns: [arn] };

    expect(() => anAccount().add('AWS::IAM::Role', role)).toThrow(
      `the managed policy ${arn} is not known here`,
    );
  });
});

describe('a condition', () => {
  test.each([
    [{ StringEquals: { 'sns:Protocol': 'https' } }, true],
    [{ StringEquals: { 'SNS:protocol': ['sqs', 'https'] } }, true],
    [{ StringEquals: { 'sns:Protocol': 'HTTPS' } }, false],
    [{ StringEqualsIgnoreCase: { 'sns:Protocol': 'HTTPS' } }, true],
    [{ StringNotEquals: { 'sns:Protocol': ['sqs', 'https'] } }, false],
    [{ StringLike: { 'sns:Protocol': 'h??p*' } }, true],
    [{ StringNotLike: { 'sns:Protocol': 'h*' } }, false],
    [{ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/work*` } }, true],
    [{ ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/worker` } }, true],
    [{ ArnLike: { 'aws:PrincipalArn': 'arn:aws:*:role/worker' } }, false],
    [{ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/other' } }, true],
    [{ Bool: { 'aws:SecureTransport': true } }, true],
    [{ Bool: { 'aws:SecureTransport': 'false' } }, false],
    [{ StringEquals: { 'aws:SourceArn': 'x' } }, false],
    [{ StringEqualsIfExists: { 'aws:SourceArn': 'x' } }, true],
    [{ StringNotEquals: { 'aws:SourceArn': 'x' } }, true],
    [{ Null: { 'aws:SourceArn': 'true' } }, true],
    [{ Null: { 'aws:PrincipalArn': 'true' } }, false],
    [{ Bool: { 'aws:SecureTransport': true }, StringEquals: { 'sns:Protocol': 'sqs' } }, false],
  ])('%j is %j', (condition, holds) => {
    const refused = refusal([when(condition)], 'sns:Publish', topic, { 'sns:Protocol': 'https' });

    expect(refused === undefined).toBe(holds);
  });

  test('throws for a key that AWS would send and this call lacks', () => {
    const statement = when({ StringEquals: { 'sns:Protocol': 'https' } });

    expect(() => refusal([statement], 'sns:Publish', topic)).toThrow('the condition key sns:protocol');
  });
});

function when(Condition: object): object {
  return { ...allow('sns:Publish', '*'), Condition };
}

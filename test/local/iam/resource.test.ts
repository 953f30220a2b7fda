import { describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../local/kernel/service.ts';
import { account, allow, anAccount, policy, service, worker } from '../an-account.ts';

const answer = `arn:aws:lambda:eu-central-1:${account}:function:answer`;
const topic = `arn:aws:sns:eu-central-1:${account}:replies`;
const queue = `arn:aws:sqs:eu-central-1:${account}:failures`;

function serviceCaller(principal: string, sourceArn: string): Caller {
  return { kind: 'service', principal: `${principal}.amazonaws.com`, sourceArn };
}

describe('a service that invokes a function', () => {
  const invoke = { action: 'lambda:InvokeFunction', resource: answer };

  function refusal(permission: object, caller: Caller) {
    const iam = anAccount();
    iam.add('AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      FunctionName: answer,
      Principal: 'sns.amazonaws.com',
      ...permission,
    });
    return iam.authorizer.refusal(caller, invoke);
  }

  test('may do so when a permission names the function', () => {
    expect(refusal({}, serviceCaller('sns', topic))).toBeUndefined();
  });

  test('may do so when the permission has only the name of the function', () => {
    expect(refusal({ FunctionName: 'answer' }, serviceCaller('sns', topic))).toBeUndefined();
  });

  test('may not do so when the permission is for another function', () => {
    expect(refusal({ FunctionName: 'intake' }, serviceCaller('sns', topic))).toBe(
      `User: sns.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: ${answer} ` +
        'because no resource-based policy allows the lambda:InvokeFunction action',
    );
  });

  test('may not do so when the permission is for another service', () => {
    expect(refusal({}, serviceCaller('events', topic))).toContain('no resource-based policy allows');
  });

  test.each([
    ['its own source', { SourceArn: topic }, true],
    ['a pattern of sources', { SourceArn: `arn:aws:sns:eu-central-1:${account}:rep*` }, true],
    ['another source', { SourceArn: `${topic}-2` }, false],
    ['its own account', { SourceAccount: account }, true],
    ['another account', { SourceAccount: '444455556666' }, false],
  ])('needs a permission for its source: the permission names %s', (_, source, allowed) => {
    expect(refusal(source, serviceCaller('sns', topic)) === undefined).toBe(allowed);
  });

  test('needs a permission for the method and path of an API', () => {
    const api = `arn:aws:execute-api:eu-central-1:${account}:api1`;
    const permission = { Principal: 'apigateway.amazonaws.com', SourceArn: `${api}/live/GET/v1/incidents/*` };

    expect(
      refusal(permission, serviceCaller('apigateway', `${api}/live/GET/v1/incidents/{id}`)),
    ).toBeUndefined();
    expect(refusal(permission, serviceCaller('apigateway', `${api}/live/POST/v1/alarms`))).toBeDefined();
  });
});

describe('the policy of a resource', () => {
  test('lets a service write to a queue, only from one topic', () => {
    const iam = anAccount();
    const Condition = { ArnEquals: { 'aws:SourceArn': topic } };
    iam.add('AWS::SQS::QueuePolicy', {
      Queues: [`https://sqs.eu-central-1.amazonaws.com/${account}/failures`],
      PolicyDocument: policy({ ...allow('sqs:SendMessage', queue), Principal: service('sns'), Condition }),
    });
    const send = { action: 'sqs:SendMessage', resource: queue };

    expect(iam.authorizer.refusal(serviceCaller('sns', topic), send)).toBeUndefined();
    expect(iam.authorizer.refusal(serviceCaller('sns', `${topic}-2`), send)).toBeDefined();
  });

  test('lets a service publish to a topic', () => {
    const iam = anAccount();
    const statement = { ...allow('sns:Publish', topic), Principal: service('sms-voice') };
    iam.add('AWS::SNS::TopicPolicy', { Topics: [topic], PolicyDocument: policy(statement) });
    const number = `arn:aws:sms-voice:eu-central-1:${account}:phone-number/1`;

    expect(
      iam.authorizer.refusal(serviceCaller('sms-voice', number), { action: 'sns:Publish', resource: topic }),
    ).toBeUndefined();
  });

  test('applies to the objects of a bucket', () => {
    const iam = anAccount();
    const statement = { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::b/*', Principal: '*' };
    iam.add('AWS::S3::BucketPolicy', { Bucket: 'b', PolicyDocument: policy(statement) });

    expect(
      iam.authorizer.refusal({ kind: 'account' }, { action: 's3:GetObject', resource: 'arn:aws:s3:::b/o' }),
    ).toBe(
      `User: arn:aws:iam::${account}:root is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/o ` +
        'with an explicit deny in a resource-based policy',
    );
  });

  test('refuses nobody for plain HTTP, since the laptop’s plain HTTP stands for HTTPS', () => {
    const iam = anAccount();
    const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
    const statement = { Effect: 'Deny', Action: 'sns:Publish', Resource: topic, Principal: '*', Condition };
    iam.add('AWS::SNS::TopicPolicy', { Topics: [topic], PolicyDocument: policy(statement) });

    expect(
      iam.authorizer.refusal({ kind: 'account' }, { action: 'sns:Publish', resource: topic }),
    ).toBeUndefined();
  });

  test.each([
    ['by its ARN', { AWS: `arn:aws:iam::${account}:role/worker` }, true],
    ['as everybody', '*', true],
    ['only as somebody of the account', { AWS: `arn:aws:iam::${account}:root` }, false],
    ['as another role', { AWS: `arn:aws:iam::${account}:role/other` }, false],
  ])('allows a role without its own policy when it names the role %s', (_, Principal, allowed) => {
    const iam = anAccount();
    const statement = { ...allow('sns:Publish', topic), Principal };
    iam.add('AWS::SNS::TopicPolicy', { Topics: [topic], PolicyDocument: policy(statement) });

    expect(iam.authorizer.refusal(worker, { action: 'sns:Publish', resource: topic }) === undefined).toBe(
      allowed,
    );
  });

  test.each([
    ['a federated principal', { Federated: 'x' }, 'principals not known here: Federated'],
    ['a user', { AWS: `arn:aws:iam::${account}:user/an` }, 'principals not known here: arn:aws:iam'],
  ])('is refused: %s', (_, Principal, message) => {
    const statement = { ...allow('sns:Publish', topic), Principal };
    const add = () =>
      anAccount().add('AWS::SNS::TopicPolicy', { Topics: [topic], PolicyDocument: policy(statement) });

    expect(add).toThrow(message);
  });
});

describe('the account itself', () => {
  test('may do everything without a policy', () => {
    expect(
      anAccount().authorizer.refusal({ kind: 'account' }, { action: 'sns:Publish', resource: topic }),
    ).toBeUndefined();
  });
});

import { describe, expect, test } from '@jest/globals';
import type { ResourceTypes } from '../../../local/template/resource.ts';
import { account, allow, anAccount, aResource, policy, service } from '../an-account.ts';

const Role = `arn:aws:iam::${account}:role/worker`;

function make(types: ResourceTypes, type: string, properties: object): void {
  types[type]?.(aResource(type, { ...properties }));
}

describe('a resource that acts under a role', () => {
  test.each([
    ['AWS::Lambda::Function', { Role }],
    ['AWS::SQS::Queue', {}],
    ['AWS::Events::Rule', { Targets: [{ Arn: 'x' }] }],
  ])('is made when the role trusts its service, or when it has no role: %s', (type, properties) => {
    const made: string[] = [];
    const types = anAccount().requiringTrust({
      [type]: () => {
        made.push(type);
        return { ref: 'x', attributes: {} };
      },
    });

    make(types, type, properties);

    expect(made).toEqual([type]);
  });

  test.each([
    ['AWS::StepFunctions::StateMachine', { RoleArn: Role }, 'states.amazonaws.com'],
    ['AWS::Scheduler::Schedule', { Target: { RoleArn: Role } }, 'scheduler.amazonaws.com'],
    ['AWS::Events::Rule', { Targets: [{ RoleArn: Role }] }, 'events.amazonaws.com'],
    ['AWS::ApiGateway::Account', { CloudWatchRoleArn: Role }, 'apigateway.amazonaws.com'],
  ])('is refused when the role trusts another service: %s', (type, properties, principal) => {
    const types = anAccount().requiringTrust({ [type]: () => ({ ref: 'x', attributes: {} }) });

    expect(() => make(types, type, properties)).toThrow(`the role ${Role} does not trust ${principal}`);
  });

  test.each([
    ['the machine itself', `arn:aws:states:eu-central-1:${account}:stateMachine:escalation`, true],
    ['another machine', `arn:aws:states:eu-central-1:${account}:stateMachine:other`, false],
  ])('needs a trust for its source: %s', (_, source, allowed) => {
    const iam = anAccount();
    const Condition = {
      ArnLike: { 'aws:SourceArn': source },
      StringEquals: { 'aws:SourceAccount': account },
    };
    const trust = { ...allow('sts:AssumeRole'), Principal: service('states'), Condition };
    iam.add('AWS::IAM::Role', { RoleName: 'machine', AssumeRolePolicyDocument: policy(trust) });
    const type = 'AWS::StepFunctions::StateMachine';
    const types = iam.requiringTrust({ [type]: () => ({ ref: 'x', attributes: {} }) });
    const RoleArn = `arn:aws:iam::${account}:role/machine`;

    const attempt = () => make(types, type, { StateMachineName: 'escalation', RoleArn });

    if (allowed) expect(attempt).not.toThrow();
    else expect(attempt).toThrow('does not trust states.amazonaws.com');
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Template } from 'aws-cdk-lib/assertions';
import type { ConnectInstance } from '../../lib/config.ts';
import type { ContactFlow } from '../../lib/constructs/contact-flow.ts';
import { lintContactFlow } from '../../lib/constructs/contact-flow-lint.ts';
import { checkPolicies } from '../../lib/policy-checks.ts';
import { placeStacks, resourcesOf, synthesize, textOf } from './synthesized.ts';

const existingIn = (region: string): ConnectInstance => ({
  kind: 'existing',
  instanceArn: `arn:aws:connect:${region}:123456789012:instance/12345678-1234-4234-8234-123456789012`,
  sourceNumber: '+442079460000',
});
const existing = { connect: [existingIn('eu-central-1'), existingIn('eu-west-2')] } as const;

const made = synthesize().cellA;
const kept = synthesize({ config: existing }).cellA;
const templates = Object.entries({ 'a new instance': made, 'an existing instance': kept });

function propertiesOf(template: Template, type: string) {
  const [[, { Properties }] = [undefined, { Properties: {} as Record<string, unknown> }], ...more] =
    resourcesOf(template, type);
  expect(more).toEqual([]);
  return Properties;
}

describe.each(templates)('the voice path through %s', (_name, template) => {
  test('has a flow that Amazon Connect takes', () => {
    const { Content } = propertiesOf(template, 'AWS::Connect::ContactFlow');

    expect(lintContactFlow(JSON.parse(textOf(Content)) as ContactFlow)).toEqual([]);
  });

  test('has the function of its flow associated before the flow is made, and invoked by this instance alone', () => {
    const [[association] = []] = resourcesOf(template, 'AWS::Connect::IntegrationAssociation');
    const [[, flow] = []] = resourcesOf(template, 'AWS::Connect::ContactFlow');
    const permissions = resourcesOf(template, 'AWS::Lambda::Permission').filter(
      ([, { Properties }]) => Properties['Principal'] === 'connect.amazonaws.com',
    );

    expect(flow?.DependsOn).toContain(association);
    expect(permissions).toHaveLength(1);
    expect(permissions[0]?.[1].Properties).toMatchObject({
      Action: 'lambda:InvokeFunction',
      SourceAccount: { Ref: 'AWS::AccountId' },
      SourceArn: propertiesOf(template, 'AWS::Connect::ContactFlow')['InstanceArn'],
    });
  });

  test.each(['permanence-step', 'permanence-guardian'])('tells %s how to call', (name) => {
    const found = resourcesOf(template, 'AWS::Lambda::Function').find(
      ([, { Properties }]) => Properties['FunctionName'] === name,
    );
    const { Variables } = (found?.[1].Properties['Environment'] ?? {}) as {
      readonly Variables: Record<string, unknown>;
    };

    expect(Variables['VOICE_FLOW_ARN']).toEqual({
      'Fn::GetAtt': [resourcesOf(template, 'AWS::Connect::ContactFlow')[0]?.[0], 'ContactFlowArn'],
    });
    expect(Variables).toHaveProperty('VOICE_INSTANCE_ARN');
    expect(Variables).toHaveProperty('VOICE_NUMBER');
  });
});

describe('a new instance of Amazon Connect', () => {
  test('calls out, is CONNECT_MANAGED, and is called by region and account, for its alias is unique in the world', () => {
    expect(propertiesOf(made, 'AWS::Connect::Instance')).toEqual({
      IdentityManagementType: 'CONNECT_MANAGED',
      InstanceAlias: {
        'Fn::Join': ['', ['permanence-eu-central-1-', { Ref: 'AWS::AccountId' }]],
      },
      Attributes: { InboundCalls: true, OutboundCalls: true, ContactflowLogs: true },
    });
  });

  test('and its number stay when the stack goes: AWS counts what is made and given back', () => {
    for (const type of ['AWS::Connect::Instance', 'AWS::Connect::PhoneNumber']) {
      expect(resourcesOf(made, type)).toMatchObject([[expect.any(String), { DeletionPolicy: 'Retain' }]]);
    }
  });

  test('is open day and night, each day of the week', () => {
    const { Config } = propertiesOf(made, 'AWS::Connect::HoursOfOperation');
    const midnight = { Hours: 0, Minutes: 0 };

    expect(Config).toHaveLength(7);
    for (const day of Config as unknown[]) {
      expect(day).toMatchObject({ StartTime: midnight, EndTime: midnight });
    }
  });

  test('gives its operators calls and tasks', () => {
    expect(propertiesOf(made, 'AWS::Connect::RoutingProfile')['MediaConcurrencies']).toMatchObject([
      { Channel: 'VOICE' },
      { Channel: 'TASK' },
    ]);
  });
});

describe('an existing instance of Amazon Connect', () => {
  test('is used as it is: nothing but the flow and its function is added to it', () => {
    const types = Object.values(kept.toJSON()['Resources'] as Record<string, { Type: string }>).map(
      ({ Type }) => Type,
    );

    expect(types.filter((type) => type.startsWith('AWS::Connect::')).toSorted()).toEqual([
      'AWS::Connect::ContactFlow',
      'AWS::Connect::IntegrationAssociation',
    ]);
  });

  test('passes AWS’s recommendations', () => {
    const { app } = placeStacks({ config: existing });
    checkPolicies(app);

    expect(() => app.synth()).not.toThrow();
  });
});

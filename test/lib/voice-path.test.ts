import { describe, expect, test } from '@jest/globals';
import type { Template } from 'aws-cdk-lib/assertions';
import type { ContactFlow } from '../../lib/constructs/contact-flow/flow.ts';
import { lintContactFlow } from '../../lib/constructs/contact-flow/lint.ts';
import type { ConnectInstance } from '../../lib/deployment-config.ts';
import { checkPolicies } from '../../lib/stacks/permanence-stacks.ts';
import {
  firstConnect,
  placeStacks,
  resourcesOf,
  synthesize,
  textOf,
  voiceParameterOf,
} from './synthesized.ts';

const existingIn = (region: string): ConnectInstance => ({
  kind: 'existing',
  instanceArn: `arn:aws:connect:${region}:123456789012:instance/12345678-1234-4234-8234-123456789012`,
  sourceNumber: '+442079460000',
});

const existing = { connect: [existingIn('eu-central-1'), existingIn('eu-west-2')] } as const;

const made = firstConnect(synthesize().connects);

const kept = firstConnect(synthesize({ config: existing }).connects);

const templates = Object.entries({ 'a new instance': made, 'an existing instance': kept });

function propertiesOf(template: Template, type: string) {
  const [[, { Properties }] = [undefined, { Properties: {} as Record<string, unknown> }], ...more] =
    resourcesOf(template, type);
  expect(more).toEqual([]);
  return Properties;
}

/** The flow that speaks; the other one is the contact center's. */
function flowOf(template: Template) {
  const found = resourcesOf(template, 'AWS::Connect::ContactFlow').find(
    ([, { Properties }]) => Properties['Name'] === 'permanence-page-by-phone',
  );
  if (found === undefined) throw new Error('there is no flow that speaks');
  return { id: found[0], ...found[1] };
}

describe.each(templates)('the voice path through %s', (_name, template) => {
  test('has a flow that Amazon Connect takes', () => {
    const { Content } = flowOf(template).Properties;

    expect(lintContactFlow(JSON.parse(textOf(Content)) as ContactFlow)).toEqual([]);
  });

  test('has the function of its flow associated before the flow is made, and invoked by this instance alone', () => {
    const [[association] = []] = resourcesOf(template, 'AWS::Connect::IntegrationAssociation');
    const { DependsOn, Properties } = flowOf(template);
    const permissions = resourcesOf(template, 'AWS::Lambda::Permission').filter(
      ([, permission]) => permission.Properties['Principal'] === 'connect.amazonaws.com',
    );

    expect(DependsOn).toContain(association);
    expect(permissions).toHaveLength(1);
    expect(permissions[0]?.[1].Properties).toMatchObject({
      Action: 'lambda:InvokeFunction',
      SourceAccount: { Ref: 'AWS::AccountId' },
      SourceArn: Properties['InstanceArn'],
    });
  });

  test('tells the functions that call people how to, in a parameter', () => {
    const { instanceArn, contactFlowArn, sourceNumber } = voiceParameterOf(template);

    expect(contactFlowArn).toBe(`<${flowOf(template).id}.ContactFlowArn>`);
    expect(instanceArn).toMatch(/^<VoiceInstance\w+\.Arn>$|^arn:aws:connect:/);
    expect(sourceNumber).toMatch(/^<VoiceNumber\w+\.Address>$|^\+442079460000$/);
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
      expect(resourcesOf(made, type)).toMatchObject([
        [expect.any(String), { DeletionPolicy: 'RetainExceptOnCreate' }],
      ]);
    }
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

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

const arnIn = (region: string) =>
  `arn:aws:connect:${region}:123456789012:instance/12345678-1234-4234-8234-123456789012`;

const queueIn = (region: string) => `${arnIn(region)}/queue/87654321-1234-4234-8234-123456789012`;

const existingIn = (region: string): ConnectInstance => ({
  ...{ kind: 'existing', instanceArn: arnIn(region), sourceNumber: '+442079460000' },
  queueArn: queueIn(region),
});

const existing = { connect: [existingIn('eu-central-1'), existingIn('eu-west-2')] } as const;

const { queueArn: _, ...withoutQueueIn } = existingIn('eu-central-1') as Extract<
  ConnectInstance,
  { kind: 'existing' }
>;

const made = firstConnect(synthesize().connects);

const kept = firstConnect(synthesize({ config: existing }).connects);

const without = firstConnect(
  synthesize({ config: { connect: [withoutQueueIn, existingIn('eu-west-2')] } }).connects,
);

/** The flow that puts tasks into the queue; the other one pages by phone. */
function taskFlowOf(template: Template) {
  return resourcesOf(template, 'AWS::Connect::ContactFlow').find(
    ([, { Properties }]) => Properties['Name'] === 'permanence-ask-contact-center',
  );
}

function onlyOne(template: Template, type: string): Readonly<Record<string, unknown>> {
  const [found, ...more] = resourcesOf(template, type);
  expect(more).toEqual([]);
  return found?.[1].Properties ?? {};
}

describe.each<[string, Template, string]>([
  ['a new instance', made, '<ContactCenterQueue'],
  ['an existing instance with a queue', kept, queueIn('eu-central-1')],
])('the contact center in %s', (_name, template, queue) => {
  const [id, resource] = taskFlowOf(template) ?? [];
  const content = textOf(resource?.Properties['Content']);

  test('is asked by a flow that Amazon Connect takes', () => {
    expect(lintContactFlow(JSON.parse(content) as ContactFlow)).toEqual([]);
  });

  test('has its tasks in its own queue, or ended: nobody would find them elsewhere', () => {
    const { Actions } = JSON.parse(content) as ContactFlow;
    const [target, transfer, end] = Actions;
    const toEnd = { NextAction: end?.Identifier };

    expect(Actions.map(({ Type }) => Type)).toEqual([
      'UpdateContactTargetQueue',
      'TransferContactToQueue',
      'DisconnectParticipant',
    ]);
    expect(target?.Parameters['QueueId']).toContain(queue);
    expect(target?.Transitions.Errors).toMatchObject([toEnd]);
    expect(transfer?.Transitions.Errors).toMatchObject([toEnd, toEnd]);
  });

  test('is asked by the functions that read the parameter', () => {
    expect(voiceParameterOf(template)['taskFlowArn']).toBe(`<${id}.ContactFlowArn>`);
  });

  test('tells of the tasks of its own instance alone, which the account may not have for itself', () => {
    const [[, rule] = []] = resourcesOf(template, 'AWS::Events::Rule');
    const { detail } = (rule?.Properties['EventPattern'] ?? {}) as { detail?: Record<string, unknown[]> };

    expect(detail?.['instanceArn']?.map(textOf)).toEqual([voiceParameterOf(template)['instanceArn']]);
  });
});

describe('the contact center of a new instance', () => {
  test('is open day and night, each day of the week', () => {
    const { Config } = onlyOne(made, 'AWS::Connect::HoursOfOperation');
    const midnight = { Hours: 0, Minutes: 0 };

    expect(Config).toHaveLength(7);
    for (const day of Config as unknown[]) {
      expect(day).toMatchObject({ StartTime: midnight, EndTime: midnight });
    }
  });

  test('gives its operators calls and tasks of the one queue', () => {
    const { MediaConcurrencies, QueueConfigs } = onlyOne(made, 'AWS::Connect::RoutingProfile');
    const [[queue] = []] = resourcesOf(made, 'AWS::Connect::Queue');
    const QueueArn = { 'Fn::GetAtt': [queue, 'QueueArn'] };

    expect(MediaConcurrencies).toMatchObject([{ Channel: 'VOICE' }, { Channel: 'TASK' }]);
    expect(QueueConfigs).toMatchObject([
      { QueueReference: { Channel: 'VOICE', QueueArn } },
      { QueueReference: { Channel: 'TASK', QueueArn } },
    ]);
  });
});

describe('an existing instance of Amazon Connect', () => {
  const typesOf = (template: Template) =>
    Object.values(template.toJSON()['Resources'] as Record<string, { Type: string }>)
      .map(({ Type }) => Type)
      .filter((type) => type.startsWith('AWS::Connect::'))
      .toSorted();

  test('with a queue gets a flow for tasks, and keeps its own hours, queues and routing', () => {
    expect(typesOf(kept)).toEqual([
      'AWS::Connect::ContactFlow',
      'AWS::Connect::ContactFlow',
      'AWS::Connect::IntegrationAssociation',
    ]);
  });

  test('without a queue gets no tasks, and nobody is told that it does', () => {
    expect(taskFlowOf(without)).toBeUndefined();
    expect(voiceParameterOf(without)).not.toHaveProperty('taskFlowArn');
    expect(voiceParameterOf(without)).toHaveProperty('contactFlowArn');
    expect(resourcesOf(without, 'AWS::Events::Rule')).toEqual([]);
  });

  test('with a queue passes AWS’s recommendations', () => {
    const { app } = placeStacks({ config: existing });
    checkPolicies(app);

    expect(() => app.synth()).not.toThrow();
  });
});

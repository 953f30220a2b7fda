import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { intoQueue } from '../services/connect/a-flow.ts';

const instanceArn = { 'Fn::GetAtt': ['Center', 'Arn'] };
const pagerArn = { 'Fn::GetAtt': ['Pager', 'Arn'] };
const [before = '', after = ''] = intoQueue('QUEUE').split('QUEUE');

const resources = {
  CenterHours: {
    Type: 'AWS::Connect::HoursOfOperation',
    Properties: { InstanceArn: instanceArn, Name: 'always', TimeZone: 'Etc/UTC', Config: [] },
  },
  CenterQueue: {
    Type: 'AWS::Connect::Queue',
    Properties: { InstanceArn: instanceArn, Name: 'fires', HoursOfOperationArn: { Ref: 'CenterHours' } },
  },
  AsksCenter: {
    Type: 'AWS::Connect::ContactFlow',
    Properties: {
      InstanceArn: instanceArn,
      Name: 'ask',
      Type: 'CONTACT_FLOW',
      Content: { 'Fn::Join': ['', [before, { Ref: 'CenterQueue' }, after]] },
    },
  },
  /** Gets an event when an operator has accepted a task, and passes it to the small app's function. */
  Accepted: {
    Type: 'AWS::Events::Rule',
    Properties: {
      EventPattern: {
        source: ['aws.connect'],
        'detail-type': ['Amazon Connect Contact Event'],
        detail: {
          channel: ['TASK', 'Task'],
          eventType: ['CONNECTED_TO_AGENT'],
          instanceArn: [instanceArn],
        },
      },
      Targets: [{ Id: 'Target0', Arn: pagerArn }],
    },
  },
  AcceptedMayInvoke: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: pagerArn,
      Principal: 'events.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': ['Accepted', 'Arn'] },
    },
  },
};

/** Adds a queue for tasks to the contact center of the small app's template, and a rule for accepted tasks. */
export function addTasks(assembly: string): void {
  const file = join(assembly, 'small.template.json');
  const template = JSON.parse(readFileSync(file, 'utf8'));
  const Outputs = { ...template.Outputs, TaskFlowArn: { Value: { Ref: 'AsksCenter' } } };
  const Resources = { ...template.Resources, ...resources };
  writeFileSync(file, JSON.stringify({ ...template, Resources, Outputs }));
}

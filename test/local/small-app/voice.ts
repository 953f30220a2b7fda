import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { action, aFlow, ask, hangUp, invoke, say } from '../services/connect/a-flow.ts';

const pager = 'arn:aws:lambda:eu-central-1:000000000000:function:pager';
const instanceArn = { 'Fn::GetAtt': ['Center', 'Arn'] };

/** Asks for a key twice. The function of the small app then says what has happened. */
const flow = aFlow(
  action('twice', 'Loop', { LoopCount: '2' }, 'hang-up', {
    ways: { ContinueLooping: 'ask', DoneLooping: 'hang-up' },
  }),
  ask('ask', 'Fire at $.Attributes.where. Press a key', 'pressed'),
  action('pressed', 'Compare', { ComparisonValue: '$.StoredCustomerInput' }, 'tell', {
    ways: { Timeout: 'twice' },
    errors: { NoMatchingCondition: 'tell' },
  }),
  invoke('tell', pager, { digit: '$.StoredCustomerInput' }, 'thanks', 'sorry'),
  say('thanks', '$.External.say', 'hang-up'),
  say('sorry', 'Not stored', 'hang-up'),
  hangUp,
);

const resources = {
  Center: {
    Type: 'AWS::Connect::Instance',
    Properties: {
      IdentityManagementType: 'CONNECT_MANAGED',
      Attributes: { InboundCalls: false, OutboundCalls: true },
    },
  },
  CenterNumber: {
    Type: 'AWS::Connect::PhoneNumber',
    Properties: { TargetArn: instanceArn, CountryCode: 'BE', Type: 'DID' },
  },
  PagesByVoice: {
    Type: 'AWS::Connect::ContactFlow',
    DependsOn: ['CenterUsesPager'],
    Properties: { InstanceArn: instanceArn, Name: 'page', Type: 'CONTACT_FLOW', Content: flow },
  },
  CenterUsesPager: {
    Type: 'AWS::Connect::IntegrationAssociation',
    Properties: {
      InstanceId: instanceArn,
      IntegrationType: 'LAMBDA_FUNCTION',
      IntegrationArn: { 'Fn::GetAtt': ['Pager', 'Arn'] },
    },
  },
  CenterMayInvoke: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: { 'Fn::GetAtt': ['Pager', 'Arn'] },
      Principal: 'connect.amazonaws.com',
      SourceAccount: { Ref: 'AWS::AccountId' },
      SourceArn: instanceArn,
    },
  },
};

const outputs = {
  InstanceId: { Value: { 'Fn::GetAtt': ['Center', 'Id'] } },
  FlowArn: { Value: { Ref: 'PagesByVoice' } },
  Number: { Value: { 'Fn::GetAtt': ['CenterNumber', 'Address'] } },
};

/** Adds a contact center to the small app's template, without the named resources. */
export function addContactCenter(assembly: string, ...without: readonly (keyof typeof resources)[]): void {
  const file = join(assembly, 'small.template.json');
  const template = JSON.parse(readFileSync(file, 'utf8'));
  const Resources: Record<string, unknown> = { ...template.Resources, ...resources };
  for (const name of without) delete Resources[name];
  writeFileSync(
    file,
    JSON.stringify({ ...template, Resources, Outputs: { ...template.Outputs, ...outputs } }),
  );
}

import { knownProperties, listOf, optionalTextOf, textOf } from '../services/wire/properties.ts';
import type { Provision, Resource, ResourceTypes } from '../template/resource.ts';
import type { Policies } from './policies.ts';
import { readPolicy } from './statement.ts';

/** The types whose resources are policies: of a topic, a queue, a bucket or a number. */
export function resourcePolicies(policies: Policies): ResourceTypes {
  return {
    'AWS::SNS::TopicPolicy': onEach(policies, 'Topics', (arn) => arn),
    'AWS::SQS::QueuePolicy': onEach(policies, 'Queues', queueArn),
    'AWS::S3::BucketPolicy': bucketPolicy(policies),
    'AWS::SMSVOICE::ResourcePolicy': numberPolicy(policies),
  };
}

/** A permission to invoke a function. It becomes one statement of the function's policy. */
export function lambdaPermission(policies: Policies): Provision {
  return (resource) => {
    const properties = knownProperties(resource, [
      'Action',
      'FunctionName',
      'Principal',
      'SourceAccount',
      'SourceArn',
    ]);
    const functionArn = arnOfFunction(textOf(properties, 'FunctionName'), resource);
    const sourceArn = optionalTextOf(properties, 'SourceArn');
    const sourceAccount = optionalTextOf(properties, 'SourceAccount');
    const statement = {
      Effect: 'Allow',
      Principal: principalOf(textOf(properties, 'Principal')),
      Action: textOf(properties, 'Action'),
      Resource: functionArn,
      Condition: {
        ...(sourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': sourceArn } }),
        ...(sourceAccount === undefined ? {} : { StringEquals: { 'aws:SourceAccount': sourceAccount } }),
      },
    };
    const document = { Version: '2012-10-17', Statement: statement };
    policies.addToResource(functionArn, readPolicy(document, 'resource', 'the permission'));
    return { ref: resource.logicalId, attributes: { Id: resource.logicalId } };
  };
}

function onEach(
  policies: Policies,
  listName: string,
  arnOf: (name: string, resource: Resource) => string,
): Provision {
  return (resource) => {
    const properties = knownProperties(resource, ['PolicyDocument', listName]);
    const statements = readPolicy(properties['PolicyDocument'], 'resource', 'PolicyDocument');
    for (const name of listOf(properties, listName)) {
      policies.addToResource(arnOf(String(name), resource), statements);
    }
    return { ref: resource.logicalId, attributes: { Id: resource.logicalId } };
  };
}

function bucketPolicy(policies: Policies): Provision {
  return (resource) => {
    const properties = knownProperties(resource, ['Bucket', 'PolicyDocument']);
    const bucket = textOf(properties, 'Bucket');
    const statements = readPolicy(properties['PolicyDocument'], 'resource', 'PolicyDocument');
    policies.addToResource(`arn:aws:s3:::${bucket}`, statements);
    return { ref: bucket, attributes: {} };
  };
}

function numberPolicy(policies: Policies): Provision {
  return (resource) => {
    const properties = knownProperties(resource, ['PolicyDocument', 'ResourceArn']);
    const arn = textOf(properties, 'ResourceArn');
    const document = properties['PolicyDocument'];
    readPolicy(document, 'resource', 'PolicyDocument'); // which names the property when it refuses
    policies.setDocument(arn, Object(document));
    return { ref: arn, attributes: {} };
  };
}

/** A queue policy names its queues by URL. The URL ends in account and name. */
function queueArn(url: string, { region }: Resource): string {
  const [account, name] = url.split('/').slice(-2);
  return `arn:aws:sqs:${region}:${account}:${name}`;
}

function arnOfFunction(name: string, { region, account }: Resource): string {
  return name.startsWith('arn:') ? name : `arn:aws:lambda:${region}:${account}:function:${name}`;
}

function principalOf(name: string): unknown {
  if (name === '*') return '*';
  return name.endsWith('.amazonaws.com') ? { Service: name } : { AWS: name };
}

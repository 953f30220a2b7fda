import { Aws } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** The names of the same thing in both regions, one per cell. */
type InBothRegions = readonly string[];

/** Reads and writes incidents, through either region's replica. */
export function tableAccess(tables: InBothRegions): PolicyStatement {
  return new PolicyStatement({
    sid: 'Incidents',
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    resources: [...tables],
  });
}

/** Finds open and overdue incidents, in either cell. */
export function indexScan(tables: InBothRegions, index: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'OpenIncidents',
    actions: ['dynamodb:Scan'],
    resources: tables.map((table) => `${table}/index/${index}`),
  });
}

/** Reads incidents and writes people's words about them. It neither opens an incident nor takes one over. */
export function answeringIncidents(tables: InBothRegions): PolicyStatement {
  return new PolicyStatement({
    sid: 'PeoplesIncidents',
    actions: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    resources: [...tables],
  });
}

/** Starts the escalation of an incident, in either region. */
export function startingExecutions(stateMachines: InBothRegions): PolicyStatement {
  return new PolicyStatement({
    sid: 'StartEscalation',
    actions: ['states:StartExecution'],
    resources: [...stateMachines],
  });
}

/** Starts pages without the table in either region, and sees whether they are under way. */
export function pagingWithoutTable(
  stateMachines: InBothRegions,
  executions: InBothRegions,
): readonly PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: 'StartPageWithoutTable',
      actions: ['states:StartExecution'],
      resources: [...stateMachines],
    }),
    new PolicyStatement({
      sid: 'SeePageWithoutTable',
      actions: ['states:DescribeExecution'],
      resources: [...executions],
    }),
  ];
}

/** Wakes a waiting execution. The task token alone identifies it: the action knows no resource. */
export function wakingExecutions(): PolicyStatement {
  return new PolicyStatement({
    sid: 'WakeEscalation',
    actions: ['states:SendTaskSuccess'],
    resources: ['*'],
  });
}

/**
 * Sends SMS to any number, and publishes to no topic. A phone number is no resource, so only `*` covers it. Topics
 * are resources, and are denied. Since SMS moved to AWS End User Messaging, SNS requires that service's permission as
 * well. Source: SNS developer guide, sns-sms-access-management.
 */
export function sendingSms(): readonly PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: 'Sms',
      actions: ['sms-voice:SendTextMessage', 'sns:Publish'],
      resources: ['*'],
    }),
    new PolicyStatement({
      sid: 'NoTopics',
      effect: Effect.DENY,
      actions: ['sns:Publish'],
      resources: ['arn:aws:sns:*:*:*'],
    }),
  ];
}

/** Calls any number, through either region. A phone number is no resource: the action knows only `*`. */
export function callingPeople(): PolicyStatement {
  return new PolicyStatement({
    sid: 'Calls',
    actions: ['connect:StartOutboundVoiceContact'],
    resources: ['*'],
  });
}

/** Reads the parameter of the own region's Connect stack. */
export function findingConnect(parameter: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'FindConnect',
    actions: ['ssm:GetParameter'],
    resources: [parameter],
  });
}

/**
 * Puts tasks into the queue of either region's contact center, and takes them out again. Amazon Connect gives
 * instance, flow and contact their ids, and a cell learns the other one's only while it runs. The published table
 * requires the flow, and names the contact beside it; AWS's own samples allow both.
 */
export function askingContactCenter(regions: InBothRegions): readonly PolicyStatement[] {
  const everyOf = (kind: 'contact' | 'contact-flow') =>
    regions.map((region) => `arn:aws:connect:${region}:${Aws.ACCOUNT_ID}:instance/*/${kind}/*`);
  return [
    new PolicyStatement({
      sid: 'AskContactCenter',
      actions: ['connect:StartTaskContact'],
      resources: [...everyOf('contact-flow'), ...everyOf('contact')],
    }),
    new PolicyStatement({
      sid: 'WithdrawTasks',
      actions: ['connect:StopContact'],
      resources: everyOf('contact'),
    }),
  ];
}

/**
 * Reads the organization, from either region's bucket. Without the right to list, S3 answers 403 for a missing
 * object, and the caller could not tell that from a refusal.
 */
export function readingOrganization(buckets: InBothRegions): readonly PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: 'Organization',
      actions: ['s3:GetObject'],
      resources: buckets.map((bucket) => `${bucket}/organization.json`),
    }),
    new PolicyStatement({ sid: 'OrganizationThere', actions: ['s3:ListBucket'], resources: [...buckets] }),
  ];
}

/** Reads the key of the links to screens, from either region's replica. */
export function readingLinkKey(secrets: InBothRegions): PolicyStatement {
  return new PolicyStatement({
    sid: 'LinkKey',
    actions: ['secretsmanager:GetSecretValue'],
    resources: [...secrets],
  });
}

/** Updates the own region's object. */
export function writingOrganization(bucket: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'PublishOrganization',
    actions: ['s3:PutObject'],
    resources: [`${bucket}/organization.json`],
  });
}

/** Handles the messages of the queues again. */
export function redriving(queues: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    sid: 'Redrive',
    actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    resources: [...queues],
  });
}

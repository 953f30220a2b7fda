import { ArnFormat, Aws, type Stack } from 'aws-cdk-lib';

/** The functions of a cell. Each is a file in `lambda/`, and its name ends with the file's name. */
export const functionRoles = [
  'intake',
  'step',
  'answer',
  'call-answer',
  'guardian',
  'people',
  'screen',
] as const;
export type FunctionRole = (typeof functionRoles)[number];

/** The names of all resources. Stacks find each other's resources by these names alone, so none exports anything. */
export function namesOf(prefix: string) {
  return {
    table: `${prefix}-incidents`,
    linkKey: `${prefix}-link-key`,
    stateMachine: `${prefix}-escalation`,
    pageWithoutTable: `${prefix}-page-without-table`,
    repliesTopic: `${prefix}-replies`,
    answerFailuresQueue: `${prefix}-answer-failures`,
    guardianFailuresQueue: `${prefix}-guardian-failures`,
    undeliveredRepliesQueue: `${prefix}-replies-undelivered`,
    repliesOfOtherCellQueue: `${prefix}-replies-of-other-cell`,
    acceptedRule: `${prefix}-task-accepted`,
    voiceParameter: `${prefix}-voice`,
    alarmsTopic: `${prefix}-alarms`,
    alarmsRule: `${prefix}-alarms`,
    alarmFailuresQueue: `${prefix}-alarm-failures`,
    undeliveredAlarmsQueue: `${prefix}-alarms-undelivered`,
    schedule: `${prefix}-guardian`,
    api: `${prefix}-intake`,
    bucketIn: (region: string) => `${prefix}-organization-${Aws.ACCOUNT_ID}-${region}`,
    functionOf: (role: FunctionRole) => `${prefix}-${role}`,
  } as const;
}

/** The due index of the table, which a guardian scans. */
export const dueIndex = 'due';

/** The ARNs, in either region, of the resources that the cells reach by name. */
export function arnsOf(stack: Stack, prefix: string) {
  const names = namesOf(prefix);
  const states = (region: string, resource: string, resourceName: string) =>
    stack.formatArn({
      service: 'states',
      region,
      resource,
      resourceName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  return {
    tableIn: (region: string) =>
      stack.formatArn({ service: 'dynamodb', region, resource: 'table', resourceName: names.table }),
    stateMachineIn: (region: string) => states(region, 'stateMachine', names.stateMachine),
    pageWithoutTableIn: (region: string) => states(region, 'stateMachine', names.pageWithoutTable),
    /** All its executions. */
    pagesWithoutTableIn: (region: string) => states(region, 'execution', `${names.pageWithoutTable}:*`),
    /** Secrets Manager adds six characters of its own to a name. */
    linkKeyIn: (region: string) =>
      stack.formatArn({
        service: 'secretsmanager',
        region,
        resource: 'secret',
        resourceName: `${names.linkKey}-??????`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    functionIn: (region: string, role: FunctionRole) =>
      stack.formatArn({
        service: 'lambda',
        region,
        resource: 'function',
        resourceName: names.functionOf(role),
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    topicIn: (region: string, name: string) => stack.formatArn({ service: 'sns', region, resource: name }),
    queueIn: (region: string, name: string) => stack.formatArn({ service: 'sqs', region, resource: name }),
    acceptedRuleIn: (region: string) =>
      stack.formatArn({ service: 'events', region, resource: 'rule', resourceName: names.acceptedRule }),
    voiceParameterIn: (region: string) =>
      stack.formatArn({ service: 'ssm', region, resource: 'parameter', resourceName: names.voiceParameter }),
    bucketIn: (region: string) =>
      stack.formatArn({ service: 's3', region: '', account: '', resource: names.bucketIn(region) }),
  } as const;
}

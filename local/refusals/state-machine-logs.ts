import type { Authorizer } from '../kernel/parts.ts';
import { isRecord } from '../template/json.ts';
import type { Resource } from '../template/resource.ts';
import { type Checks, nameOf } from './check.ts';

/** Source: Step Functions developer guide, "Logging Step Functions using CloudWatch Logs", IAM policies for logging. */
const logDelivery: readonly string[] = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];

/** Step Functions refuses a machine that writes logs when the machine's role may not set up log delivery. */
export function logDeliveryChecks(authorizer: Authorizer): Checks {
  return {
    'AWS::StepFunctions::StateMachine': [
      (resource) => {
        if (!writesLogs(resource)) return;
        const missing = logDelivery.filter((action) => mayNot(authorizer, resource, action));
        if (missing.length > 0)
          throw new Error(
            `the role of the state machine is not authorized to access the log destination: it lacks ${missing.join(', ')} on *`,
          );
      },
    ],
  };
}

function writesLogs({ properties }: Resource): boolean {
  const logging = properties['LoggingConfiguration'];
  return isRecord(logging) && (logging['Level'] ?? 'OFF') !== 'OFF';
}

function mayNot(authorizer: Authorizer, resource: Resource, action: string): boolean {
  const { properties, region } = resource;
  const caller = {
    kind: 'role',
    roleArn: String(properties['RoleArn']),
    sessionName: nameOf(resource, 'StateMachineName'),
    region,
  } as const;
  return authorizer.refusal(caller, { action, resource: '*' }) !== undefined;
}

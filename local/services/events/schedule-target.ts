import type { Parts } from '../../kernel/parts.ts';
import type { Caller } from '../../kernel/service.ts';
import type { Resource } from '../../template/resource.ts';
import { onlyKnown, optionalTextOf, type Properties, textOf } from '../wire/properties.ts';
import { uuid } from '../wire/uuid.ts';

/** A function that a schedule or a rule starts: who starts it, and with what payload. */
export interface Target {
  readonly functionArn: string;
  readonly deadLetterArn: string | undefined;
  readonly caller: Caller;
  payload(scheduledAt: number): unknown;
}

/**
 * Starts the function of the target. Without permission the payload goes to the dead-letter queue, if there is one.
 */
export function handOver(parts: Parts, arn: string, target: Target, payload: unknown): void {
  const { functionArn, caller, deadLetterArn } = target;
  const refusal = parts.authorizer.refusal(caller, {
    action: 'lambda:InvokeFunction',
    resource: functionArn,
  });
  if (refusal === undefined) {
    parts.functions.enqueue(functionArn, payload, caller);
    return;
  }
  parts.tell(`${arn} cannot start ${functionArn}: ${refusal}`);
  if (deadLetterArn !== undefined) parts.queues.send(deadLetterArn, JSON.stringify(payload), caller);
}

const knownOfScheduleTarget = ['Arn', 'DeadLetterConfig', 'Input', 'RetryPolicy', 'RoleArn'];
const knownOfRuleTarget = ['Arn', 'DeadLetterConfig', 'Id', 'Input', 'RetryPolicy'];

/** The target of a schedule. A role starts it. */
export function scheduleTarget(
  parts: Parts,
  { region }: Resource,
  value: unknown,
  scheduleArn: string,
): Target {
  const properties = onlyKnown(value, knownOfScheduleTarget);
  const input = optionalTextOf(properties, 'Input');
  const roleArn = textOf(properties, 'RoleArn');
  return {
    ...targetOf(properties),
    caller: { kind: 'role', roleArn, sessionName: 'scheduler', region },
    payload: (scheduledAt) =>
      input === undefined
        ? scheduledEvent(parts, {
            source: 'aws.scheduler',
            detail: '{}',
            region,
            scheduledAt,
            arn: scheduleArn,
          })
        : JSON.parse(withKeywords(parts, input, scheduleArn, scheduledAt)),
  };
}

/** Source: EventBridge Scheduler user guide, context attributes. */
function withKeywords({ random }: Parts, input: string, scheduleArn: string, scheduledAt: number): string {
  return input
    .replaceAll('<aws.scheduler.schedule-arn>', scheduleArn)
    .replaceAll('<aws.scheduler.scheduled-time>', isoSeconds(scheduledAt))
    .replaceAll('<aws.scheduler.execution-id>', uuid(random))
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}

/** The target of a rule. EventBridge itself starts it. */
export function ruleTarget(parts: Parts, { region }: Resource, value: unknown, ruleArn: string): Target {
  const properties = onlyKnown(value, knownOfRuleTarget);
  const input = optionalTextOf(properties, 'Input');
  return {
    ...targetOf(properties),
    caller: { kind: 'service', principal: 'events.amazonaws.com', sourceArn: ruleArn },
    payload: (scheduledAt) =>
      input === undefined
        ? scheduledEvent(parts, { source: 'aws.events', detail: {}, region, scheduledAt, arn: ruleArn })
        : JSON.parse(input),
  };
}

function targetOf(properties: Properties): Pick<Target, 'functionArn' | 'deadLetterArn'> {
  const functionArn = textOf(properties, 'Arn');
  if (!functionArn.startsWith('arn:aws:lambda:'))
    throw new Error(`the target ${functionArn} is not known here`);
  onlyKnown(properties['RetryPolicy'] ?? {}, ['MaximumEventAgeInSeconds', 'MaximumRetryAttempts']);
  const deadLetters = properties['DeadLetterConfig'];
  return {
    functionArn,
    deadLetterArn: deadLetters === undefined ? undefined : textOf(onlyKnown(deadLetters, ['Arn']), 'Arn'),
  };
}

function scheduledEvent(
  { account, random }: Parts,
  {
    source,
    detail,
    region,
    scheduledAt,
    arn,
  }: {
    readonly source: string;
    readonly detail: unknown;
    readonly region: string;
    readonly scheduledAt: number;
    readonly arn: string;
  },
) {
  return {
    version: '0',
    id: uuid(random),
    'detail-type': 'Scheduled Event',
    source,
    account,
    time: isoSeconds(scheduledAt),
    region,
    resources: [arn],
    detail,
  };
}

function isoSeconds(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

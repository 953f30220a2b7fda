/** Amazon CloudWatch: alarms, and what they do when their state changes. */

import type { Parts } from '../../kernel/parts.ts';
import { type AwsCall, awsError, type CloudService } from '../../kernel/service.ts';
import type { EventBus } from '../events/event-bus.ts';
import type { Topics } from '../sns/topics.ts';
import {
  documentOf,
  jsonAnswer,
  jsonFailure,
  onlyMembers,
  requiredText,
  targetOperation,
} from '../wire/json-protocol.ts';
import { generatedName } from '../wire/properties.ts';
import {
  type AlarmRecord,
  type AlarmState,
  actionsOf,
  actionsOfState,
  newAlarm,
  type StateChange,
} from './alarm-record.ts';
import { actionEvent, busEvent, topicMessage } from './alarm-words.ts';
import { type Metrics, metricStatistics } from './metrics.ts';

/**
 * Amazon CloudWatch. No alarm watches a metric here: it changes when somebody sets its state. Then it acts as in AWS.
 */
export function cloudWatchService(
  parts: Parts,
  topics: Topics,
  bus: EventBus,
  metrics: Metrics,
): CloudService {
  const alarms = new Map<string, AlarmRecord>();
  const keep = (alarm: AlarmRecord) => void alarms.set(alarm.arn, alarm);
  const arnOf = (region: string, name: string) =>
    `arn:aws:cloudwatch:${region}:${parts.account}:alarm:${name}`;
  const operation = (call: AwsCall) =>
    targetOperation(call, ['GetMetricStatistics', 'PutMetricAlarm', 'SetAlarmState']);
  return {
    resourceTypes: {
      'AWS::CloudWatch::Alarm'(resource) {
        const { region, account } = resource;
        const place = { region, account, name: generatedName(resource) };
        const alarm = newAlarm(resource.properties, place, parts.clock.now());
        keep(alarm);
        return { ref: alarm.name, attributes: { Arn: alarm.arn } };
      },
    },
    aws: {
      signingName: 'monitoring',
      operation,
      fault: () => undefined,
      permissions: (call) => {
        if (operation(call) === 'GetMetricStatistics')
          return [{ action: 'cloudwatch:GetMetricStatistics', resource: '*' }];
        const resource = arnOf(call.region, requiredText(documentOf(call), 'AlarmName'));
        return [{ action: `cloudwatch:${operation(call)}`, resource }];
      },
      async perform(call) {
        const document = documentOf(call);
        if (operation(call) === 'GetMetricStatistics')
          return jsonAnswer(metricStatistics(metrics, call.region, document));
        if (operation(call) === 'PutMetricAlarm') {
          keep(newAlarm(document, { region: call.region, account: parts.account }, parts.clock.now()));
          return jsonAnswer({});
        }
        onlyMembers(document, ['AlarmName', 'StateReason', 'StateValue'], 'SetAlarmState');
        const before = alarms.get(arnOf(call.region, requiredText(document, 'AlarmName')));
        if (before === undefined)
          throw awsError('ResourceNotFound', 'The alarm does not exist', { status: 404 });
        const after = { ...before, state: stateIn(document), changedAt: parts.clock.now() };
        keep(after);
        if (after.state !== before.state) {
          act(parts, topics, bus, { before, after, reason: requiredText(document, 'StateReason') });
        }
        return jsonAnswer({});
      },
      failure: (_call, error) => jsonFailure(error),
    },
  };
}

function stateIn(document: Readonly<Record<string, unknown>>): AlarmState {
  const state = document['StateValue'];
  if (typeof state === 'string' && state in actionsOfState) return state as AlarmState;
  throw awsError('ValidationError', `StateValue must be one of ${Object.keys(actionsOfState).join(', ')}`);
}

/** Each change is an event. The alarm's actions follow. When one lacks a permission, the others still run. */
function act(parts: Parts, topics: Topics, bus: EventBus, change: StateChange): void {
  const { arn, region } = change.after;
  bus.put(region, busEvent(change));
  for (const action of actionsOf(change.after)) {
    try {
      if (action.startsWith('arn:aws:sns:')) {
        const caller = { kind: 'service', principal: 'cloudwatch.amazonaws.com', sourceArn: arn } as const;
        topics.publish(action, topicMessage(change), caller);
      } else if (action.startsWith('arn:aws:lambda:')) {
        const principal = 'lambda.alarms.cloudwatch.amazonaws.com';
        parts.functions.enqueue(action, actionEvent(change), { kind: 'service', principal, sourceArn: arn });
      } else throw new Error('the local cloud knows actions of alarms on topics and functions');
    } catch (error) {
      parts.tell(`${arn} cannot act on ${action}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

/** EventBridge: the default bus of each region, rules and schedules. */

import type { Parts } from '../../kernel/parts.ts';
import { type AwsCall, awsError, type CloudService } from '../../kernel/service.ts';
import {
  documentOf,
  jsonAnswer,
  jsonFailure,
  onlyMembers,
  requiredText,
  targetOperation,
} from '../wire/json-protocol.ts';
import { uuid } from '../wire/uuid.ts';
import type { EventPattern } from './event-pattern.ts';
import { handOver, type Target } from './schedule-target.ts';

/** A rule that waits for events. */
export interface PatternRule {
  readonly arn: string;
  readonly region: string;
  readonly matches: EventPattern;
  readonly targets: readonly Target[];
}

/** What a sender tells the bus. The bus adds the id, the account, the region and the time. */
export interface BusEvent {
  readonly source: string;
  readonly 'detail-type': string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

/** The default bus of each region. */
export interface EventBus {
  addRule(rule: PatternRule): void;
  /** Returns the id of the event. */
  put(region: string, event: BusEvent): string;
}

export function eventBus(parts: Parts): EventBus {
  const rules: PatternRule[] = [];
  return {
    addRule: (rule) => void rules.push(rule),
    put(region, given) {
      const id = uuid(parts.random);
      const time = new Date(parts.clock.now()).toISOString().replace(/\.\d{3}Z$/, 'Z');
      const event = { version: '0', id, ...given, account: parts.account, time, region };
      for (const rule of rules) {
        if (rule.region !== region || !rule.matches(event)) continue;
        for (const target of rule.targets) handOver(parts, rule.arn, target, event);
      }
      return id;
    },
  };
}

/** The API of Amazon EventBridge: a caller puts its own events on the bus. */
export function eventsService(parts: Parts, bus: EventBus): CloudService {
  return {
    resourceTypes: {},
    aws: {
      signingName: 'events',
      operation: (call) => targetOperation(call, ['PutEvents']),
      fault: () => undefined,
      permissions: ({ region }) => [
        {
          action: 'events:PutEvents',
          resource: `arn:aws:events:${region}:${parts.account}:event-bus/default`,
        },
      ],
      async perform(call) {
        const Entries = entriesOf(call).map((entry) => ({ EventId: bus.put(call.region, entry) }));
        return jsonAnswer({ FailedEntryCount: 0, Entries });
      },
      failure: (_call, error) => jsonFailure(error),
    },
  };
}

function entriesOf(call: AwsCall): readonly BusEvent[] {
  const document = documentOf(call);
  onlyMembers(document, ['Entries'], 'PutEvents');
  const entries = document['Entries'];
  if (!Array.isArray(entries)) throw awsError('ValidationException', 'Entries is required');
  return entries.map((entry) => {
    onlyMembers(entry, ['Detail', 'DetailType', 'Resources', 'Source'], 'PutEvents');
    const source = requiredText(entry, 'Source');
    if (source.startsWith('aws.')) {
      throw awsError('NotAuthorizedForSourceException', `Not authorized for the source ${source}.`);
    }
    return {
      source,
      'detail-type': requiredText(entry, 'DetailType'),
      resources: entry.Resources ?? [],
      detail: JSON.parse(requiredText(entry, 'Detail')),
    };
  });
}

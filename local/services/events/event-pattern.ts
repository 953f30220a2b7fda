import { isRecord } from '../../template/json.ts';

/** Whether an event is one that a rule waits for. */
export type EventPattern = (event: unknown) => boolean;

/**
 * Reads the pattern of a rule: what a member must be, one of a list, or what its own members must be. Loud for the
 * comparisons that AWS has beyond that (prefix, numeric, anything-but ...). Source: EventBridge user guide, event patterns.
 */
export function eventPattern(value: unknown): EventPattern {
  if (!isRecord(value)) throw new Error(`an EventPattern must be an object, got ${JSON.stringify(value)}`);
  const members = Object.entries(value).map(([name, wanted]) => [name, memberPattern(name, wanted)] as const);
  if (members.length === 0) throw new Error('an EventPattern must name something');
  return (event) => isRecord(event) && members.every(([name, matches]) => matches(event[name]));
}

function memberPattern(name: string, wanted: unknown): EventPattern {
  if (!Array.isArray(wanted)) return eventPattern(wanted);
  const unknown = wanted.find((one) => typeof one === 'object' && one !== null);
  if (unknown !== undefined) {
    throw new Error(
      `EventPattern: ${name}: only exact values are known here, got ${JSON.stringify(unknown)}`,
    );
  }
  // Of a list in the event one element is enough.
  return (given) => (Array.isArray(given) ? given : [given]).some((one) => wanted.includes(one));
}

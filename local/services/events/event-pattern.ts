import { isRecord } from '../../template/json.ts';

/** Whether an event matches a rule. */
export type EventPattern = (event: unknown) => boolean;

/**
 * Reads the pattern of a rule. A pattern names, for each member, a list of values or a pattern for its own members.
 * A value may be a pattern with `*`. Throws for the other comparisons of AWS (prefix, numeric, anything-but ...). Source: EventBridge user guide, event
 * patterns.
 */
export function eventPattern(value: unknown): EventPattern {
  if (!isRecord(value)) throw new Error(`an EventPattern must be an object, got ${JSON.stringify(value)}`);
  const members = Object.entries(value).map(([name, wanted]) => [name, memberPattern(name, wanted)] as const);
  if (members.length === 0) throw new Error('an EventPattern must name something');
  return (event) => isRecord(event) && members.every(([name, matches]) => matches(event[name]));
}

function memberPattern(name: string, wanted: unknown): EventPattern {
  if (!Array.isArray(wanted)) return eventPattern(wanted);
  const matchers = wanted.map((one) => valuePattern(name, one));
  // When the event has a list, one matching element is enough.
  return (given) =>
    (Array.isArray(given) ? given : [given]).some((one) => matchers.some((matches) => matches(one)));
}

function valuePattern(name: string, wanted: unknown): EventPattern {
  if (!isRecord(wanted)) return (given) => given === wanted;
  const { wildcard, ...others } = wanted;
  if (typeof wildcard !== 'string' || wildcard.includes('\\') || Object.keys(others).length > 0) {
    throw new Error(
      `EventPattern: ${name}: only exact values and wildcards are known here, got ${JSON.stringify(wanted)}`,
    );
  }
  const parts = wildcard.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('.*')}$`, 's');
  return (given) => typeof given === 'string' && pattern.test(given);
}

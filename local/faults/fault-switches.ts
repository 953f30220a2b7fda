import type { FaultMode } from '../kernel/parts.ts';
import type { FaultService } from '../kernel/service.ts';

/** The region that is called, `*` for all regions, or one direction between two regions. */
export type FaultRegion = string | { readonly from: string; readonly to: string };

/** One switched fault, in the form of `PUT /local/faults`. */
export type FaultSwitch =
  | { readonly region: FaultRegion; readonly service: FaultService | '*'; readonly mode: FaultMode }
  /** The fault kills the function once, right after the function's call with this number. */
  | { readonly kill: string; readonly afterCall: number };

/** The services that a fault may name. */
export const faultServices: readonly string[] = [
  'sms',
  'voice',
  'tasks',
  'table',
  'workflow',
  'functions',
  'api',
  'schedules',
  'objects',
  'secrets',
  'parameters',
  'witness',
  '*',
] satisfies (FaultService | '*')[];
const modes: readonly string[] = [
  'refuse',
  'throttle',
  'hang',
  'drop',
  'conflict',
  'double',
] satisfies FaultMode[];

/** The modes that one service alone has: another region writes at the same time; an SMS of a person comes in twice. */
const onlyOf: Readonly<Partial<Record<FaultMode, FaultService>>> = { conflict: 'table', double: 'sms' };

const regionName = /^[a-z]{2}(-[a-z]+)+-\d$/;
const regionForms = 'a region such as "eu-central-1", "*", or { "from": region, "to": region }';

/** Reads the list of switches. For a switch that is not allowed it throws a sentence that names what is allowed. */
export function readSwitches(body: unknown, functionNames: readonly string[]): readonly FaultSwitch[] {
  if (!Array.isArray(body)) throw new Error(`The faults are a list, got ${JSON.stringify(body)}`);
  return body.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) throw new Error(wrong('A fault', entry, 'an object'));
    return 'kill' in entry ? killSwitch({ ...entry }, functionNames) : serviceSwitch({ ...entry });
  });
}

function serviceSwitch(entry: Record<string, unknown>): FaultSwitch {
  onlyFields(entry, ['region', 'service', 'mode']);
  const { region, service, mode } = entry;
  if (!isFaultRegion(region)) throw new Error(wrong('region', region, regionForms));
  if (!isOneOf<FaultService | '*'>(faultServices, service))
    throw new Error(wrong('service', service, faultServices.join(', ')));
  if (!isOneOf<FaultMode>(modes, mode)) throw new Error(wrong('mode', mode, modes.join(', ')));
  const only = onlyOf[mode];
  if (only !== undefined && service !== only) {
    throw new Error(wrong('mode', mode, `${modes.join(', ')}; ${mode} with the service ${only} only`));
  }
  return { region, service, mode };
}

function killSwitch(entry: Record<string, unknown>, functionNames: readonly string[]): FaultSwitch {
  onlyFields(entry, ['kill', 'afterCall']);
  const { kill, afterCall } = entry;
  if (!isOneOf(functionNames, kill)) throw new Error(wrong('kill', kill, functionNames.join(', ')));
  if (typeof afterCall !== 'number' || !Number.isInteger(afterCall) || afterCall < 1) {
    throw new Error(wrong('afterCall', afterCall, 'a whole number from 1'));
  }
  return { kill, afterCall };
}

function isFaultRegion(value: unknown): value is FaultRegion {
  if (typeof value === 'string') return value === '*' || regionName.test(value);
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  return (
    'from' in value && 'to' in value && [value.from, value.to].every((end) => regionName.test(String(end)))
  );
}

function isOneOf<T extends string>(allowed: readonly string[], value: unknown): value is T {
  return typeof value === 'string' && allowed.includes(value);
}

function onlyFields(entry: Record<string, unknown>, known: readonly string[]): void {
  const unknown = Object.keys(entry).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(wrong('A fault', entry, `the fields ${known.join(', ')}`));
}

function wrong(what: string, given: unknown, allowed: string): string {
  return `${what}: got ${JSON.stringify(given)}, allowed: ${allowed}`;
}

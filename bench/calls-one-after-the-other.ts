import type { CallRecord } from '../local/faults/trace.ts';

/** One time of what is measured: what was recorded from an alarm's POST on, and a call of the step function that ends it. */
export interface Run {
  readonly records: readonly CallRecord[];
  readonly last: CallRecord;
}

/**
 * The longest row of calls that wait for each other, from the alarm's POST to the run's last call, as the first run made
 * them. Invocations count: that of the intake, and each of the step function. A call waits for another one when it began
 * after the other's answer in every run: in lockstep, with other seeds, calls that are made at the same time change places.
 */
export function callsOneAfterTheOther([first, ...others]: readonly Run[]): readonly CallRecord[] {
  if (first === undefined) throw new Error('nothing was run');
  const invocations = others.map(invocationsOf);
  return invocationsOf(first).flatMap(({ invocation, calls, last }, index) => {
    const everyTime = [calls, ...invocations.map((run) => run[index]?.calls ?? calls)].map(byName);
    const waits = (name: string, other: string) =>
      everyTime.every((run) => isBefore(run.get(other), run.get(name)));
    const named = byName(calls);
    const names = [...named.keys()];
    const ends = names.filter((name) => last === undefined || named.get(name) === last);
    const row = longest(ends.map((end) => longestTo(end, names, waits)));
    return [invocation, ...row.flatMap((name) => named.get(name) ?? [])];
  });
}

export function nameOf({ caller, service, operation }: CallRecord): string {
  return `${caller} -> ${service} ${operation}`;
}

interface Invocation {
  readonly invocation: CallRecord;
  readonly calls: readonly CallRecord[];
  /** The call that the next invocation waits for; undefined where it waits for all of them. */
  readonly last: CallRecord | undefined;
}

function invocationsOf({ records, last }: Run): readonly Invocation[] {
  const start = records.find(({ operation }) => operation === 'StartExecution');
  const intake = records.find(({ service }) => service === 'lambda');
  if (start === undefined || intake === undefined) throw new Error('no execution was started');
  const steps = records.filter(
    ({ service, operation, startedAt }) =>
      service === 'lambda' && operation.endsWith(` ${last.caller}`) && startedAt < last.startedAt,
  );
  return [
    { invocation: intake, calls: madeIn(intake, start.caller, records), last: start },
    ...steps.map((invocation) => {
      const calls = madeIn(invocation, last.caller, records);
      return { invocation, calls, last: calls.includes(last) ? last : undefined };
    }),
  ];
}

/** What a function called during an invocation. Of each function one runs at a time here. */
function madeIn(
  { startedAt, endedAt = Number.POSITIVE_INFINITY }: CallRecord,
  functionName: string,
  records: readonly CallRecord[],
): readonly CallRecord[] {
  return records.filter(
    (record) => record.caller === functionName && record.startedAt > startedAt && record.startedAt < endedAt,
  );
}

/** Numbers the calls of one kind within an invocation, so that two alike are told apart. */
function byName(calls: readonly CallRecord[]): ReadonlyMap<string, CallRecord> {
  const named = new Map<string, CallRecord>();
  for (const call of calls) {
    const kind = `${call.service} ${call.operation} ${call.region}`;
    const earlier = [...named.keys()].filter((name) => name.startsWith(kind)).length;
    named.set(`${kind} ${earlier}`, call);
  }
  return named;
}

function isBefore(one: CallRecord | undefined, other: CallRecord | undefined): boolean {
  return one?.endedAt !== undefined && other !== undefined && one.endedAt < other.startedAt;
}

type Waits = (name: string, other: string) => boolean;

function longestTo(name: string, names: readonly string[], waits: Waits): readonly string[] {
  const before = names.filter((other) => waits(name, other));
  return [...longest(before.map((other) => longestTo(other, before, waits))), name];
}

function longest<T>(rows: readonly (readonly T[])[]): readonly T[] {
  return rows.reduce((a, b) => (b.length > a.length ? b : a), []);
}

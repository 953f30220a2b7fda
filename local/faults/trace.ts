import type { Caller } from '../kernel/service.ts';

/** One call to AWS, or one invocation of a function. */
export interface CallRecord {
  /** As in the credential scope: `dynamodb`; `lambda` for an invocation. */
  readonly service: string;
  readonly operation: string;
  /** The one called. */
  readonly region: string;
  /** Who called: a function's name, `account`, or a service's principal. */
  readonly caller: string;
  /** The cloud's time at the start, epoch milliseconds. */
  readonly at: number;
  /** Starts and ends share one count, so that two records show whether they overlapped. */
  readonly startedAt: number;
  /** Undefined while it goes on: for a hung call, always. */
  readonly endedAt?: number;
  /** `answered`, `hung`, or the code of the error that it was refused with. */
  readonly outcome?: string;
}

/** All calls since the start, in order of their starts. */
export interface Trace {
  readonly records: CallRecord[];
  /** Returns what to call at its end. */
  begin(call: Pick<CallRecord, 'service' | 'operation' | 'region' | 'caller'>): (outcome: string) => void;
}

/** Some hours of a busy cloud; older records are dropped, so that a long run does not fill the memory. */
const keptRecords = 500_000;

export function callTrace(now: () => number): Trace {
  const records: CallRecord[] = [];
  let count = 0;
  return {
    records,
    begin(call) {
      const record: { -readonly [Key in keyof CallRecord]: CallRecord[Key] } = {
        ...call,
        at: now(),
        startedAt: ++count,
      };
      records.push(record);
      if (records.length > keptRecords) records.splice(0, keptRecords / 10);
      return (outcome) => {
        record.endedAt = ++count;
        record.outcome = outcome;
      };
    },
  };
}

/** How the trace and the terminal name a caller. */
export function callerName(caller: Caller): string {
  if (caller.kind === 'account') return 'account';
  return caller.kind === 'role' ? caller.sessionName : caller.principal;
}

import type { Caller } from '../kernel/service.ts';

/** One call to AWS, or one invocation of a function. */
export interface CallRecord {
  /** The service as the credential scope names it: `dynamodb`; `lambda` for an invocation. */
  readonly service: string;
  readonly operation: string;
  /** The region that was called. */
  readonly region: string;
  /** The caller: a function's name, `account`, or a service's principal. */
  readonly caller: string;
  /** The cloud's time at the start, epoch milliseconds. */
  readonly at: number;
  /** Starts and ends share one count, so two records show whether they overlapped. */
  readonly startedAt: number;
  /** Undefined until the call ends. A hung call never ends. */
  readonly endedAt?: number;
  /** `answered`, `hung`, or the code of the error. */
  readonly outcome?: string;
}

/** All calls since the start, in the order in which they started. */
export interface Trace {
  readonly records: CallRecord[];
  /** Records a start. The returned function records the end. */
  begin(call: Pick<CallRecord, 'service' | 'operation' | 'region' | 'caller'>): (outcome: string) => void;
}

/** Enough for some hours of a busy cloud. Older records are dropped, so that a long run does not fill the memory. */
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

/** The name of a caller in the trace and in the terminal. */
export function callerName(caller: Caller): string {
  if (caller.kind === 'account') return 'account';
  return caller.kind === 'role' ? caller.sessionName : caller.principal;
}

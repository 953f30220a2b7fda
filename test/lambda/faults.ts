import type { Gate, OutsideCall } from './in-memory-cell.ts';

/** What goes wrong with one call to the outside. */
export interface Fault {
  /** Which calls are counted. @default - those that write or send */
  readonly of?: (call: OutsideCall) => boolean;
  /** Which of them is hit: 1 is the first. @default - all of them */
  readonly nth?: number;
  /** Before it is carried out, or after. */
  readonly when: 'before' | 'after';
  /** `fail`: the caller gets an error. `kill`: the function dies there, and nothing of it goes on. */
  readonly how: 'fail' | 'kill';
  /** What the caller is told. @default - which call failed */
  readonly error?: string;
}

/** A gate at which calls go wrong. */
export function faulty(...faults: readonly Fault[]): Gate {
  const counts = faults.map(() => 0);
  return async (call, carryOut) => {
    const hits = faults.filter(({ of = isWrite, nth }, index) => {
      if (!of(call)) return false;
      counts[index] = (counts[index] ?? 0) + 1;
      return nth === undefined || nth === counts[index];
    });
    await strike(call, hits, 'before');
    const answer = carryOut();
    await strike(call, hits, 'after');
    return answer;
  };
}

function isWrite(call: OutsideCall): boolean {
  return call.isWrite;
}

async function strike(call: OutsideCall, hits: readonly Fault[], when: Fault['when']): Promise<void> {
  const hit = hits.find((fault) => fault.when === when);
  if (hit === undefined) return;
  const { how, error = `${call.service} ${call.operation} failed ${when} it was carried out` } = hit;
  if (how === 'fail') throw new Error(error);
  await new Promise(() => undefined);
}

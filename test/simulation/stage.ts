import type { Phone } from '../../local/phones/phone-book.ts';
import type { TaskView } from '../../local/services/connect/contact.ts';
import { type CallLocal, callTo } from '../scenarios/call-to.ts';
import { type Fault, type Laptop, laptop, withoutGuardians } from '../scenarios/laptop.ts';
import { type TableReader, tableReader } from './stored-key.ts';

/** What phones and operators have received since an instant. */
export interface Surroundings {
  readonly phones: readonly Phone[];
  readonly tasks: readonly TaskView[];
  readonly executions: Awaited<ReturnType<Laptop['executions']>>;
}

/** A laptop on which nights are played, one after the other. */
export interface Stage {
  readonly cloud: Laptop;
  readonly call: CallLocal;
  readonly table: TableReader;
  now(): number;
  /** Goes on to a moment, or to an earlier one at which a phone or the operators receive something. */
  goOn(until: number): Promise<void>;
  /** Lets everything happen that needs no time to pass. */
  resolveBySource(): Promise<void>;
  /** Waits for an answer, and lets time pass only if the answer needs it. */
  answered<T>(pending: Promise<T>): Promise<T>;
  since(instant: number): Promise<Surroundings>;
  faults(faults: readonly Fault[], hasGuardians: boolean): Promise<void>;
  close(): Promise<void>;
}

/** The guardians start within a minute, and sweep for two more. */
const publishedAfterMs = 200_000;

/** Starts a laptop a little before a night, so that it is ready when the night begins. */
export async function stage(startAt: number, assembly?: string): Promise<Stage> {
  const cloud = await laptop({
    startAt: startAt - publishedAfterMs,
    guardians: true,
    ...(assembly === undefined ? {} : { assembly, runsTheProduct: true }),
  });
  const call = callTo(cloud.cloud.url);
  const table = tableReader(cloud.cloud.url);
  const now = cloud.cloud.now;
  const resolveBySource = () => cloud.skip(0);
  // In their first minute the guardians put the organization into the table.
  await cloud.skip(publishedAfterMs / 1000);
  return {
    ...{ cloud, call, table, now, resolveBySource },
    goOn: async (until) => {
      const advanceSeconds = Math.max(0, until - now()) / 1000;
      await call('POST', '/local/clock', { advanceSeconds, untilNews: true });
    },
    answered: async (pending) => (await cloud.answered(pending)).answer,
    since: (instant) => call<Surroundings>('GET', `/local/state?since=${instant}`),
    faults: (faults, hasGuardians) => cloud.faults(...faults, ...(hasGuardians ? [] : [withoutGuardians])),
    async close() {
      table.close();
      await cloud.close();
    },
  };
}

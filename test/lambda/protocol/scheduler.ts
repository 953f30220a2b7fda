/** One run of a function: it lives until it returns, or until a fault kills it. */
export interface Invocation {
  /** Who made it: `driver permanence-1`, `answer yes`. */
  readonly actor: string;
  isDead: boolean;
  /** The call before which it dies. */
  diesBefore?: string | undefined;
  /** Until when it may act, while it does. */
  actsUntil?: number | undefined;
  readonly died: Promise<'died'>;
  die(): void;
}

export function invocation(actor: string): Invocation {
  let die = (): void => {
    throw new Error('not yet alive');
  };
  const died = new Promise<'died'>((resolve) => {
    die = () => resolve('died');
  });
  const one: Invocation = {
    actor,
    isDead: false,
    died,
    die() {
      one.isDead = true;
      die();
    },
  };
  return one;
}

/** A call that somebody is about to make: the scheduler says when, and in which order. */
export interface PendingStep {
  readonly by: Invocation;
  /** As a trace names it. */
  readonly name: string;
  readonly isSend: boolean;
  release(): void;
}

/** Calls that wait for their turn. Between two of them anything may happen. */
export interface Scheduler {
  /** Makes a call when it is released; never, when its invocation is dead by then. */
  step<T>(by: Invocation, name: string, carryOut: () => T, isSend?: boolean): Promise<T>;
  pending(): readonly PendingStep[];
  /** Lets one call be made, and everything that follows from it up to the next calls. */
  release(step: PendingStep): Promise<void>;
  readonly trace: string[];
}

export function scheduler(): Scheduler {
  let steps: PendingStep[] = [];
  const trace: string[] = [];
  return {
    trace,
    step: (by, name, carryOut, isSend = false) =>
      new Promise((resolve, reject) => {
        const release = () => {
          try {
            resolve(carryOut());
          } catch (error) {
            reject(error);
          }
        };
        steps.push({ by, name, isSend, release });
      }),
    pending() {
      steps = steps.filter(({ by }) => !by.isDead);
      return steps;
    },
    async release(step) {
      steps = steps.filter((each) => each !== step);
      trace.push(`${step.by.actor}: ${step.name}`);
      step.release();
      await settled();
    },
  };
}

/** All promises that can go on without a call have gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

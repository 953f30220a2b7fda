/** An event planned for a moment of the night. */
export interface Appointment {
  readonly at: number;
  run(): Promise<void>;
}

/** What people and sources plan to do, in order of time. */
export interface Agenda {
  add(at: number, run: () => Promise<void>): void;
  /** The time of the next event; infinite where there is none. */
  nextAt(): number;
  /** Removes and returns the next event that is due. */
  take(now: number): Appointment | undefined;
}

export function agenda(): Agenda {
  let waiting: readonly Appointment[] = [];
  return {
    add(at, run) {
      const before = waiting.filter((other) => other.at <= at);
      waiting = [...before, { at, run }, ...waiting.slice(before.length)];
    },
    nextAt: () => waiting[0]?.at ?? Number.POSITIVE_INFINITY,
    take(now) {
      const [first] = waiting;
      if (first === undefined || first.at > now) return undefined;
      waiting = waiting.slice(1);
      return first;
    },
  };
}

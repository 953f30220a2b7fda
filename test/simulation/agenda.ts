/** Something that is going to happen, whatever else does. */
export interface Appointment {
  readonly at: number;
  run(): Promise<void>;
}

/** What people and sources have in mind, in order of its time. */
export interface Agenda {
  add(at: number, run: () => Promise<void>): void;
  /** When the next is due; infinite where nothing is. */
  nextAt(): number;
  /** The next one that is due by now, and no longer in the agenda. */
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

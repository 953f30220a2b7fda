import type { HistoryEntry } from '../../states-language/host.ts';
import { historyLimitEvents } from '../../states-language/limits.ts';

/** An event as GetExecutionHistory returns it. */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  /** Epoch seconds. */
  readonly timestamp: number;
  readonly type: string;
  readonly [details: string]: unknown;
}

/** The history of one execution so far. */
export interface History {
  readonly events: readonly HistoryEvent[];
  /** Appends an event and returns its number. A full history takes only the last event. */
  append(entry: HistoryEntry, options?: { readonly isLast: boolean }): number;
  /** Whether only the place of the last event is left. */
  isFull(): boolean;
}

/** An empty history. */
export function newHistory(now: () => number): History {
  const events: HistoryEvent[] = [];
  const isFull = () => events.length >= historyLimitEvents - 1;
  return {
    events,
    isFull,
    append({ type, previous, details = {} }, { isLast } = { isLast: false }) {
      if (isFull() && !isLast) return events.length;
      const id = events.length + 1;
      events.push({ id, previousEventId: previous, timestamp: now() / 1000, type, ...details });
      return id;
    },
  };
}

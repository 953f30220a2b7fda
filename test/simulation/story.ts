/** What happened in a night, in order of time: what people did, what they received, and what the timelines say. */
export interface Story {
  tell(at: number, line: string): void;
  lines(): readonly string[];
}

interface Line {
  readonly at: number;
  readonly line: string;
}

export function story(startAt: number): Story {
  const told: Line[] = [];
  return {
    tell: (at, line) => void told.push({ at, line }),
    lines: () =>
      told
        .toSorted((one, other) => one.at - other.at)
        .map(({ at, line }) => `${clock(at, startAt)}  ${line}`),
  };
}

/** The time of day, and the time since the begin of the night. */
function clock(at: number, startAt: number): string {
  const [, time = ''] = /T([\d:]{8})/.exec(new Date(at).toISOString()) ?? [];
  return `${time} ${`+${((at - startAt) / 1000).toFixed(0)} s`.padStart(8)}`;
}

/** What happened in a night, by the clock: what people did, what came to them, what the incidents tell. */
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

/** The time of the day, and how long after the night's begin. */
function clock(at: number, startAt: number): string {
  const [, time = ''] = /T([\d:]{8})/.exec(new Date(at).toISOString()) ?? [];
  return `${time} ${`+${((at - startAt) / 1000).toFixed(0)} s`.padStart(8)}`;
}

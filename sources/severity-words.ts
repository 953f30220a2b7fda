import type { Alarm } from '../domain/alarm/alarm.ts';
import type { Severity } from '../domain/organization/organization.ts';

/** The words by which monitoring systems name a severity. Written in any case, with spaces, dashes or none. */
const severityWords: Readonly<Record<Severity, string>> = {
  critical: 'critical crit fatal emergency emerg disaster blocker p0 p1 sev0 sev1 s1',
  high: 'high error err major warning warn average p2 p3 sev2 sev3 s2 s3',
  low: 'low info information informational minor notice debug trivial p4 p5 sev4 sev5 s4 s5',
};

const stateWords: Readonly<Record<Alarm['state'], string>> = {
  firing: 'firing fire alarm alarming alert alerting trigger triggered problem open opened active',
  resolved: 'resolved resolve ok okay recovered recovery closed close cleared clear fixed normal',
};

const severities = byWord(severityWords);
const states = byWord(stateWords);

/** The severity that a word means. Undefined: nobody can tell. */
export function severityIn(value: unknown): Severity | undefined {
  return typeof value === 'string' ? severities.get(plain(value)) : undefined;
}

/** The state that a word means. Undefined: nobody can tell. */
export function stateIn(value: unknown): Alarm['state'] | undefined {
  return typeof value === 'string' ? states.get(plain(value)) : undefined;
}

/** No word of the lists is longer. */
const maxWord = 40;

function plain(text: string): string {
  return text
    .slice(0, maxWord)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function byWord<Meaning extends string>(
  words: Readonly<Record<Meaning, string>>,
): ReadonlyMap<string, Meaning> {
  return new Map(
    (Object.keys(words) as Meaning[]).flatMap((meaning) =>
      words[meaning].split(' ').map((word) => [word, meaning] as const),
    ),
  );
}

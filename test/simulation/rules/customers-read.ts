import type { Entry } from '../../../domain/incident/timeline.ts';
import { customerTexts } from '../../../domain/messages/texts/texts.ts';
import { exampleOrganization } from '../../scenarios/example.ts';
import { type HeardMessage, isHarmed } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** What was true in this time before the message came may stand in it: a driver wrote it then. */
const nearMs = 15_000;

/**
 * What a customer's phone reads is true of the incident: an engineer works on it only once one has said yes, a repair time
 * was given as one, and the alarm's own words stand in a copy alone.
 */
export function customersRead({ play, incidents }: Scene): readonly string[] {
  return play.heard
    .filter(({ kind, at }) => kind === 'customer' && !isHarmed(play.night, at))
    .flatMap((message) => {
      const seen = incidents.find(({ incident }) => incident.code === message.code);
      return seen === undefined ? [] : untrueIn(message, seen);
    });
}

function untrueIn({ number, text, at }: HeardMessage, { incident, timeline }: Seen): readonly string[] {
  const before = timeline.filter((entry) => entry.at <= at);
  return [
    ...(says(text, 'acknowledged') && !before.some(isEngineersYes)
      ? [`${number} reads that an engineer works on ${incident.code}, and none has said yes`]
      : []),
    ...(says(text, 'expected') && !before.some(({ kind }) => kind === 'updated')
      ? [`${number} reads a repair time of ${incident.code}, and nobody has given one`]
      : []),
    ...(says(text, 'called') && isTaken(before, at)
      ? [`${number} reads that an engineer is called for ${incident.code}, and somebody has it`]
      : []),
    ...(isNotice(text) && incident.summary.length > 3 && text.includes(incident.summary)
      ? [`${number} reads the alarm's own words in a notice about ${incident.code}`]
      : []),
  ];
}

/** Whether a text has the sentence about what is done, in any language. */
function says(text: string, next: 'acknowledged' | 'expected' | 'called'): boolean {
  return Object.values(customerTexts).some((texts) =>
    text.includes(texts.next[next].replace(/\{until\}.*$/, '').trim()),
  );
}

function isNotice(text: string): boolean {
  return (['acknowledged', 'expected', 'called'] as const).some((next) => says(text, next));
}

function isEngineersYes(entry: Entry): boolean {
  if (entry.kind !== 'acknowledged' && entry.kind !== 'joined') return false;
  return exampleOrganization.responders[entry.by]?.competences.length !== 0;
}

/** Whether somebody had it for a while, and nothing has ended that. */
function isTaken(before: readonly Entry[], at: number): boolean {
  const last = before.findLast(({ kind }) => changes.has(kind));
  return last?.kind === 'acknowledged' && last.at < at - nearMs;
}

const changes: ReadonlySet<string> = new Set([
  ...['acknowledged', 'acknowledgement ran out', 'undone', 'declined', 'not on it', 'resolved', 'reopened'],
]);

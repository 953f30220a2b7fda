import { whatHappensNext } from '../../domain/escalation/what-happens-next.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Entry } from '../../domain/incident/timeline.ts';
import { nextWords } from '../../domain/messages/next-words.ts';
import { onCallFor } from '../../domain/on-call/roster.ts';
import { type Html, html } from './html.ts';
import { nameOf, type ScreenContext, timeOf } from './screen-context.ts';
import { filled } from './words/words.ts';

/** Lines on a screen. Operators read them before a call; the rest is on the incident's timeline. */
const maxLines = 15;

/** What has happened to an incident, newest first: who was asked over which path, and what they answered. */
export function historyLines(context: ScreenContext, timeline: readonly Entry[]): Html | undefined {
  const lines = timeline.flatMap((entry) => lineOf(context, entry)).reverse();
  if (lines.length === 0) return undefined;
  const earlier = lines.length - maxLines;
  return html`<ol class="history">${lines.slice(0, maxLines)}</ol>${
    earlier > 0 && html`<p>${filled(context.words.earlier, { count: earlier })}</p>`
  }`;
}

/** What happens to an incident by itself if nobody says anything, in the operator's language. What is overdue happens now. */
export function nextLines(context: ScreenContext, incident: Incident): Html | undefined {
  const { organization, language, now } = context;
  const events = whatHappensNext(incident, (at) => onCallFor(incident, organization, at));
  if (events.length === 0) return undefined;
  const names = (id: string) => nameOf(context, id);
  return html`<ol class="history">${events
    .slice(0, maxLines)
    .map(
      (event) =>
        html`<li><time>${timeOf(context, Math.max(event.at, now))}</time> ${nextWords(event, language, names)}</li>`,
    )}</ol>`;
}

function lineOf(context: ScreenContext, entry: Entry): readonly Html[] {
  const words = wordsFor(context, entry);
  if (words === undefined) return [];
  const note = 'note' in entry && entry.note !== undefined && html` “${entry.note}”`;
  return [
    html`<li><time>${timeOf(context, entry.at)}</time> ${filled(words, valuesOf(context, entry))}${note}</li>`,
  ];
}

/** Undefined when the entry does not help an operator. */
function wordsFor({ words }: ScreenContext, entry: Entry): string | undefined {
  if (entry.kind === 'contact center said' || entry.kind === 'contact center done') {
    return words.outcome[entry.outcome];
  }
  if (entry.kind === 'consent answered') return words.consent[entry.answer];
  const key = entry.kind === 'reopened' && entry.by !== undefined ? 'reopened by' : entry.kind;
  return Object.entries(words.entry).find(([kind]) => kind === key)?.[1];
}

/** The values of `{who}`, `{by}` and the like. */
function valuesOf(context: ScreenContext, entry: Entry): Readonly<Record<string, string>> {
  const values: Record<string, string> = { by: context.words.somebody, who: context.words.somebody };
  for (const [name, value] of Object.entries(entry)) {
    if (typeof value === 'number') values[name] = name === 'times' ? String(value) : timeOf(context, value);
    if (typeof value === 'string') values[name] = isPerson(name) ? nameOf(context, value) : value;
  }
  // Entries name the person whom they are about by several names.
  const who = values['responder'] ?? values['whom'] ?? values['role'] ?? values['who'];
  const until = values['until'] ?? values['expectedAt'] ?? '';
  return { ...values, who: who ?? '', until };
}

function isPerson(name: string): boolean {
  return ['by', 'responder', 'whom', 'role'].includes(name);
}

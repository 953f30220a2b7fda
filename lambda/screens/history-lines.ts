import type { Entry } from '../../domain/incident/timeline.ts';
import { type Html, html } from './html.ts';
import { nameOf, type Showing, timeOf } from './showing.ts';
import { filled } from './words/words.ts';

/** Lines that are read before a call; the rest of a long night is on the incident's timeline. */
const maxLines = 15;

/** What was done about an incident so far, newest first: who was asked over which path, and what was answered. */
export function historyLines(shown: Showing, timeline: readonly Entry[]): Html | undefined {
  const lines = timeline.flatMap((entry) => lineOf(shown, entry)).reverse();
  if (lines.length === 0) return undefined;
  const earlier = lines.length - maxLines;
  return html`<ol class="history">${lines.slice(0, maxLines)}</ol>${
    earlier > 0 && html`<p>${filled(shown.words.earlier, { count: earlier })}</p>`
  }`;
}

function lineOf(shown: Showing, entry: Entry): readonly Html[] {
  const words = wordsFor(shown, entry);
  if (words === undefined) return [];
  const note = 'note' in entry && entry.note !== undefined && html` “${entry.note}”`;
  return [
    html`<li><time>${timeOf(shown, entry.at)}</time> ${filled(words, valuesOf(shown, entry))}${note}</li>`,
  ];
}

/** Undefined: nothing that helps an operator. */
function wordsFor({ words }: Showing, entry: Entry): string | undefined {
  if (entry.kind === 'contact center said' || entry.kind === 'contact center done') {
    return words.outcome[entry.outcome];
  }
  if (entry.kind === 'consent answered') return words.consent[entry.answer];
  return Object.entries(words.entry).find(([kind]) => kind === entry.kind)?.[1];
}

/** What stands for `{who}`, `{by}` and the like. */
function valuesOf(shown: Showing, entry: Entry): Readonly<Record<string, string>> {
  const values: Record<string, string> = { by: shown.words.somebody, who: shown.words.somebody };
  for (const [name, value] of Object.entries(entry)) {
    if (typeof value === 'number') values[name] = timeOf(shown, value);
    if (typeof value === 'string') values[name] = isPerson(name) ? nameOf(shown, value) : value;
  }
  // Entries name people by what they are in them; here they are who it is about.
  const who = values['responder'] ?? values['whom'] ?? values['role'] ?? values['who'];
  const until = values['until'] ?? values['expectedAt'] ?? '';
  return { ...values, who: who ?? '', until };
}

function isPerson(name: string): boolean {
  return ['by', 'responder', 'whom', 'role'].includes(name);
}

import type { Screen } from './document.ts';
import { html } from './html.ts';
import { nameField, whoField } from './operator-form.ts';
import { rememberName } from './scripts.ts';
import type { Showing } from './showing.ts';

/** What a press lacks. */
export type Lacking = 'by' | 'who';

/** Asks for what a press lacks, and sends it again with that. Nothing has been done yet. */
export function askBackScreen(
  shown: Showing,
  given: Readonly<Record<string, string>>,
  lacking: readonly Lacking[],
): Screen {
  const { words, language } = shown;
  const asksName = lacking.includes('by');
  const title = asksName ? words.nameAsked : words.whoAsked;
  const kept = Object.entries(given).filter(([name]) => !lacking.some((each) => each === name));
  const body = html`<main><h1>${title}</h1><form method="post">${kept.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}${asksName && nameField(shown)}${lacking.includes('who') && whoField(shown)}<p class="presses"><button>${words.carryOn}</button></p></form></main>`;
  return { language, title, body, script: rememberName };
}

import type { AskedTask } from '../../domain/contact-center/board.ts';
import { type Html, html } from './html.ts';
import { stateOf } from './incident-lines.ts';
import type { Showing } from './showing.ts';
import { endOf } from './task-lines.ts';

/** What came of tasks about which something was pressed: by whom, and who has the incident now. */
export function whatCame(shown: Showing, pressed: readonly AskedTask[], isSecond: boolean): Html | undefined {
  if (pressed.length === 0) return undefined;
  return html`<div class="notice" role="status">${isSecond && html`<p>${shown.words.second}</p>`}${pressed.map(
    (each) =>
      html`<p><b>${each.incident.code}</b> ${endOf(shown, each)}. <b>${stateOf(shown, each.incident)}</b></p>`,
  )}</div>`;
}

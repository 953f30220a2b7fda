import { type Html, html, type Part } from './html.ts';
import type { Showing } from './showing.ts';

/** Characters that an operator may write: a timeline is read on a phone. */
export const longest = { by: 40, who: 80, note: 1000 } as const;

/**
 * A form that any of its buttons sends. The one that is hidden comes first and does nothing: Enter in a field presses the
 * first button of a form, and nobody means one of ours by that.
 */
export function operatorForm(...parts: readonly Part[]): Html {
  return html`<form method="post"><button disabled hidden></button>${parts}</form>`;
}

/** Names what is sent: the same press on the same rendering, sent twice, counts once. */
export function formField({ form }: Showing): Html {
  return html`<input type="hidden" name="form" value="${form}">`;
}

export function nameField({ words, operator }: Showing): Html {
  return html`<label>${words.yourName}<input name="by" value="${operator}" maxlength="${longest.by}" autocomplete="name" required></label>`;
}

export function whoField({ words }: Showing): Html {
  return html`<label>${words.who}<input name="who" maxlength="${longest.who}" autocomplete="off"></label>`;
}

export function noteField({ words }: Showing): Html {
  return html`<label>${words.note}<textarea name="note" rows="2" maxlength="${longest.note}"></textarea></label>`;
}

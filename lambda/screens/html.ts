/** Markup that is safe to send: every value in it has been escaped, or was markup already. */
export interface Html {
  readonly markup: string;
}

/** A value in a template: text, which is escaped; markup; nothing; or a list of values. */
export type Part = string | number | Html | undefined | false | readonly Part[];

/** Writes HTML: `html`<p>${whatever}</p>``. Nothing else makes markup, so an alarm's text cannot become any. */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: markup.reduce((before, text, index) => `${before}${textOf(parts[index - 1])}${text}`) };
}

function textOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return isMany(part) ? part.map(textOf).join('') : part.markup;
}

function isMany(part: Html | readonly Part[]): part is readonly Part[] {
  return Array.isArray(part);
}

/** No other characters have a meaning in text or in quoted attributes. */
function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

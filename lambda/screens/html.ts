/** Markup that is safe to send: all that was put into it has been escaped, or was markup already. */
export interface Html {
  readonly markup: string;
}

/** What can stand between the braces of a template: text, which is escaped; markup; nothing; or many of them. */
export type Part = string | number | Html | undefined | false | readonly Part[];

/** Writes HTML: `html`<p>${whatever}</p>``. The only way to markup, so that nothing of an alarm's text can become some. */
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

/** In text and in quoted attributes these are all that mean anything. */
function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

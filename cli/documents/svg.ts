/** Words in a picture. */
export function label(x: number, y: number, name: string, words: string): string {
  return `<text class="${name}" x="${x}" y="${y}">${text(words)}</text>`;
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, name: string): string {
  return `<path class="${name}" d="M${x1} ${y1}L${x2} ${y2}"/>`;
}

/** What belongs together, one element a line, so that a change of a picture is read as one. */
export function group(attributes: string, content: readonly string[]): string {
  return [`<g ${attributes}>`, ...content, '</g>'].join('\n');
}

/** Words as XML takes them. */
export function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

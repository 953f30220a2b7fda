/** Aligns rows in columns, each as wide as its widest cell, without spaces at the end of a line. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, text] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, widthOf(text));
  }
  return rows.map((row) =>
    row
      .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - widthOf(text)))
      .join('  ')
      .trimEnd(),
  );
}

/** The width of a text in a terminal, approximately: an é counts as one character in either encoding. */
function widthOf(text: string): number {
  return [...text.normalize('NFC')].length;
}

/** Makes a text from elsewhere safe for a terminal: one line, without control characters. */
export function oneLine(text: string, longest = Number.POSITIVE_INFINITY): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  const letters = [...clean];
  return letters.length > longest ? `${letters.slice(0, longest - 3).join('')}...` : clean;
}

/** Lines in columns, each as wide as its widest cell; the last one is left as it is. */
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

/** Characters as a terminal shows them, near enough: an é is one, however it is written. */
function widthOf(text: string): number {
  return [...text.normalize('NFC')].length;
}

/** A text from elsewhere as a terminal may show it: on one line, and with nothing that moves the cursor. */
export function oneLine(text: string, longest = Number.POSITIVE_INFINITY): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  const letters = [...clean];
  return letters.length > longest ? `${letters.slice(0, longest - 3).join('')}...` : clean;
}

/** A suggestion such as ` (did you mean linux?)`, or an empty text when no known word is close. */
export function didYouMean(given: string, known: readonly string[]): string {
  if (given.length > maxWordLength) return '';
  const farthest = Math.max(1, Math.floor(given.length / 3));

  const nearest = known
    .filter((word) => Math.abs(word.length - given.length) <= farthest)
    .map((word) => ({ word, edits: editsBetween(given.toLowerCase(), word.toLowerCase()) }))
    .filter(({ edits }) => edits <= farthest)
    .sort((a, b) => a.edits - b.edits)
    .at(0);
  return nearest === undefined ? '' : ` (did you mean ${nearest.word}?)`;
}

/** Longer words are no typos, and would only cost time to compare. */
const maxWordLength = 80;

/** The edit distance: the fewest letters to insert, remove or change to turn one word into the other. */
function editsBetween(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const changed = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      const leftOut = (previous[column + 1] ?? 0) + 1;
      const putIn = (current[column] ?? 0) + 1;
      current.push(Math.min(changed, leftOut, putIn));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}

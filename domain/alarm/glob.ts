/**
 * Tells whether a text is like a pattern, in which `*` stands for any characters, also none, and `?` for exactly one.
 *
 * Takes at most as many comparisons as pattern times text has characters, whatever is sent: an alarm's name comes
 * from outside, and a regular expression made of the pattern could be made to hang on it.
 */
export function isLike(pattern: string, text: string): boolean {
  let inPattern = 0;
  let inText = 0;
  let lastStar = -1;
  let starReaches = 0;
  while (inText < text.length) {
    const wanted = pattern[inPattern];
    if (wanted === '*') {
      lastStar = inPattern++;
      starReaches = inText;
    } else if (wanted !== undefined && (wanted === '?' || wanted === text[inText])) {
      inPattern += 1;
      inText += 1;
    } else if (lastStar >= 0) {
      starReaches += 1;
      inPattern = lastStar + 1;
      inText = starReaches;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(inPattern));
}

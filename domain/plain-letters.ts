/** Letters that Unicode does not take apart into a letter and an accent. */
const ligatures: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ẞ: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i' },
};

/** Small letters without accents: `Łukasz` becomes `lukasz` and `Groß` becomes `gross`. Other signs stay. */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/[ßœæøłđðþħı]/gu, (letter) => ligatures[letter] ?? letter);
}

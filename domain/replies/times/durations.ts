/** Durations that people write in words: the minutes, and then the words for them. */
const durations: readonly (readonly [minutes: number, words: string])[] = [
  [15, 'kwartier, een kwartier, kwartiertje, een kwartiertje, quart d heure, un quart d heure'],
  [15, 'un petit quart d heure, viertelstunde, eine viertelstunde, ne viertelstunde, quarter of an hour'],
  [15, 'a quarter of an hour'],
  [
    30,
    'halfuur, een halfuur, halfuurtje, een halfuurtje, half uur, een half uur, half uurtje, een half uurtje',
  ],
  [
    30,
    'half an hour, half hour, a half hour, demi heure, une demi heure, une petite demi heure, halbe stunde',
  ],
  [30, 'eine halbe stunde, ne halbe stunde, a halbe stunde, e halb stund'],
  [45, 'drie kwartier, trois quarts d heure, trois quart d heure, dreiviertelstunde, eine dreiviertelstunde'],
  [45, 'ne dreiviertelstunde, three quarters of an hour'],
  [
    60,
    'een uur, een uurtje, een klein uurtje, an hour, one hour, the next hour, une heure, une petite heure, une bonne heure',
  ],
  [60, 'eine stunde, ne stunde, a stunde, e stund, stundchen, ein stundchen'],
  [90, 'anderhalf uur, anderhalf uurtje, an hour and a half, one and a half hours, une heure et demie'],
  [90, 'une heure et demi, anderthalb stunden, eineinhalb stunden'],
];

const minutesByWords = new Map(
  durations.flatMap(([minutes, words]) => words.split(', ').map((one) => [one, minutes] as const)),
);

/** All durations in words. */
export const timesInWords: readonly string[] = [...minutesByWords.keys()];

/** The minutes that words such as "half an hour" stand for. */
export function minutesOfWords(words: string): number | undefined {
  return minutesByWords.get(words);
}

/** Numbers that people write in words before a unit or as an hour. One is missing, because it is also an article. */
const numbers: readonly (readonly [number: number, words: string])[] = [
  [2, 'two, twee, deux, zwei'],
  [3, 'three, drie, trois, drei'],
  [4, 'four, vier, quatre'],
  [5, 'five, vijf, cinq, funf, fuenf'],
  [6, 'six, zes, sechs'],
  [7, 'seven, zeven, sept, sieben'],
  [8, 'eight, acht, huit'],
  [9, 'nine, negen, neuf, neun'],
  [10, 'ten, tien, dix, zehn'],
  [11, 'eleven, elf, onze'],
  [12, 'twelve, twaalf, douze, zwolf, zwoelf'],
  [15, 'fifteen, vijftien, quinze, funfzehn, fuenfzehn'],
  [20, 'twenty, twintig, vingt, zwanzig'],
  [30, 'thirty, dertig, trente, dreissig'],
  [40, 'forty, veertig, quarante, vierzig'],
  [45, 'vijfenveertig, funfundvierzig, fuenfundvierzig'],
  [60, 'sixty, zestig, soixante, sechzig'],
  [90, 'ninety, negentig, neunzig'],
];

const numberByWord = new Map(
  numbers.flatMap(([number, words]) => words.split(', ').map((word) => [word, number] as const)),
);

/** The number that a word stands for: 5 of "vijf". */
export function numberOfWord(word: string): number | undefined {
  return numberByWord.get(word);
}

/** Signs that a phone wrote in words, because somebody spoke them. A question mark counts wherever it is said. */
const alwaysSigns: readonly (readonly [RegExp, string])[] = [
  [/\s+(?:question mark|fragezeichen|vraagteken|point d['’]interrogation)(?!\p{L})/giu, '?'],
  [/\s+(?:exclamation mark|ausrufezeichen|uitroepteken|point d['’]exclamation)(?!\p{L})/giu, '!'],
];

const comma = /\s+(?:komma|virgule|comma)(?=\s)/giu;

const fullStop = /\s+(?:full stop|punkt|point|punt)(?=\s|$)/giu;

/** Only with a comma in words, or with a full stop in words at the end, is "point" a sign and no word. */
const isDictated = /\s(?:komma|virgule|comma)\s|\s(?:full stop|punkt|point|punt)\s*$/iu;

/** "Hallo Komma ja Punkt" as it was spoken: "Hallo, ja." */
export function undictated(text: string): string {
  const asked = alwaysSigns.reduce((some, [sign, meant]) => some.replace(sign, meant), text);
  return isDictated.test(asked) ? asked.replace(comma, ',').replace(fullStop, '.') : asked;
}

/** Long words of which one wrong letter may be forgiven: no answer that takes an incident is among them. */
const forgiving: readonly string[] = [
  'terugdraaien, ongedaan, annuler, annulez, ruckgangig, zurucknehmen, details, information, informatie, management, manager',
  'escalate, escaleren, escalader, eskalieren, serious, critical, ernstig, kritisch, critique, another, encore, verwacht',
  'impossible, unavailable, unable, decline, declined, indisponible',
].flatMap((line) => line.split(', '));

/** Words that end an incident: only swapped letters are forgiven, since one letter less or more makes another form of a verb. */
const strict: readonly string[] =
  'opgelost, resolved, solved, gefixt, resolu, erledigt, behoben, repariert, hersteld, verholpen'.split(', ');

/** The word that was meant by one with a slip of the finger; undefined when none is, or more than one may be. */
export function meantWord(word: string): string | undefined {
  if (word.length < 5) return undefined;
  const meant = [
    ...forgiving.filter((known) => isOneEdit(word, known)),
    ...strict.filter((known) => isSwap(word, known)),
  ];
  return meant.length === 1 ? meant[0] : undefined;
}

/** One letter more, less or other, or two swapped. The first letter is never wrong: it would be another word. */
function isOneEdit(word: string, known: string): boolean {
  if (word[0] !== known[0]) return false;
  if (word.length === known.length) return isSwap(word, known) || differences(word, known).length === 1;
  const [short, long] = word.length < known.length ? [word, known] : [known, word];
  if (long.length - short.length !== 1) return false;
  const [place = short.length] = differences(short, long);
  return short.slice(place) === long.slice(place + 1);
}

function isSwap(word: string, known: string): boolean {
  if (word.length !== known.length) return false;
  const [one = 0, other = 0, ...more] = differences(word, known);
  return (
    more.length === 0 &&
    one > 0 &&
    other === one + 1 &&
    word[one] === known[other] &&
    word[other] === known[one]
  );
}

/** The places of the shorter word at which the two differ. */
function differences(one: string, other: string): readonly number[] {
  return [...one].flatMap((letter, place) => (letter === other[place] ? [] : [place]));
}

/** Long words that stay the same word when one of their inner letters is missing. No answer that takes or ends an incident is among them. */
const forgiving: readonly string[] = [
  'terugdraaien, ongedaan, ruckgangig, zurucknehmen, details, information, informatie, management, escalate, escaleren',
  'escalader, eskalieren, serious, critical, ernstig, kritisch, critique, verwacht, impossible, unavailable, declined',
  'indisponible',
].flatMap((line) => line.split(', '));

/** Words of which only swapped letters are forgiven: "manger" is not "manager", and a verb with a letter less is another form. */
const strict: readonly string[] = [
  'annuler, annulez, manager, another, encore, unable, decline, opgelost, resolved, solved, gefixt, resolu, erledigt',
  'behoben, repariert, hersteld, verholpen',
].flatMap((line) => line.split(', '));

/**
 * The word that was meant by one with a slip of the finger; undefined when none is, or more than one may be.
 *
 * A letter more or another letter is never forgiven, because it often makes another word: "managed" is not "manager",
 * "usable" is not "unable", "escalated" is not "escalate".
 */
export function meantWord(word: string): string | undefined {
  const meant = [
    ...forgiving.filter((known) => isSwap(word, known) || isWithoutOne(word, known)),
    ...strict.filter((known) => isSwap(word, known)),
  ];
  return meant.length === 1 ? meant[0] : undefined;
}

/** The first letter is never swapped: it would be another word. */
function isSwap(word: string, known: string): boolean {
  if (word.length !== known.length) return false;
  const [one = 0, other = 0, ...more] = [...word].flatMap((letter, place) =>
    letter === known[place] ? [] : [place],
  );
  return (
    more.length === 0 &&
    one > 0 &&
    other === one + 1 &&
    word[one] === known[other] &&
    word[other] === known[one]
  );
}

/** Neither the first letter nor the last. */
function isWithoutOne(word: string, known: string): boolean {
  if (word.length !== known.length - 1 || word[0] !== known[0] || word.at(-1) !== known.at(-1)) return false;
  return [...known].some((_, place) => known.slice(0, place) + known.slice(place + 1) === word);
}

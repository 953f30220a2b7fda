/** Long words that are recognized with one inner letter missing. No answer that acknowledges or ends an incident is among them. */
const forgiving: readonly string[] = [
  'terugdraaien, ongedaan, ruckgangig, zurucknehmen, details, information, informatie, management, escalate, escaleren',
  'escalader, eskalieren, serious, critical, ernstig, kritisch, critique, verwacht, impossible, unavailable, declined',
  'indisponible',
].flatMap((line) => line.split(', '));

/** Words that are recognized with two letters swapped, but not with one missing: "manger" is not "manager", and a verb without a letter is another form. */
const strict: readonly string[] = [
  'annuler, annulez, manager, another, encore, unable, decline, opgelost, resolved, solved, gefixt, resolu, erledigt',
  'behoben, repariert, hersteld, verholpen',
].flatMap((line) => line.split(', '));

/**
 * The known word that a typo stands for; undefined when there is none, or more than one.
 *
 * An extra letter or another letter is no typo, because it often makes another word: "managed" is not "manager", "usable" is
 * not "unable", "escalated" is not "escalate".
 */
export function meantWord(word: string): string | undefined {
  const meant = [
    ...forgiving.filter((known) => isSwap(word, known) || isWithoutOne(word, known)),
    ...strict.filter((known) => isSwap(word, known)),
  ];
  return meant.length === 1 ? meant[0] : undefined;
}

/** The first letter is never swapped, because that would be another word. */
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

/** The missing letter is neither the first nor the last. */
function isWithoutOne(word: string, known: string): boolean {
  if (word.length !== known.length - 1 || word[0] !== known[0] || word.at(-1) !== known.at(-1)) return false;
  return [...known].some((_, place) => known.slice(0, place) + known.slice(place + 1) === word);
}

import type { Organization } from '../organization/organization.ts';
import { plainLetters } from '../plain-letters.ts';
import type { Instant } from '../time/instant.ts';
import { onCall } from './roster.ts';

/** A responder whom somebody named, and the name that people read. */
export interface PersonNamed {
  readonly responder: string;
  readonly name: string;
}

/** What people call the competences of rosters. The words of a line mean the same. */
const competences: readonly string[] = [
  'network, networks, networking, netwerk, netwerken, reseau, reseaux, netz, netzwerk',
  'database, databases, db, dba, databank, databanken, bdd, base de donnees, bases de donnees, datenbank, datenbanken',
  'storage, opslag, stockage, speicher',
  'security, beveiliging, veiligheid, securite, sicherheit',
  'development, dev, developers, ontwikkeling, developpement, entwicklung',
  'mail, email, e-mail, messagerie',
];

/**
 * Finds whom somebody named: responders by id, whole name, first name or family name, or else the primary of a roster
 * now. Capitals, accents and apostrophes do not matter. More than one means that the name does not say who.
 */
export function personsNamed(
  named: string,
  organization: Organization,
  now: Instant,
): readonly PersonNamed[] {
  const { responders, rosters } = organization;
  const words = wordsOf(named);
  if (words.length === 0) return [];
  const persons = Object.entries(responders)
    .filter(([id, { name }]) => id === named.trim().toLowerCase() || isNamed(name, words))
    .map(([id]) => id);
  const roster = Object.keys(rosters).find((name) => isSameCompetence(wordsOf(name), words));
  const { primary } = persons.length > 0 || roster === undefined ? {} : onCall(organization, roster, now);
  return [...persons, ...(primary === undefined ? [] : [primary])].map((responder) => ({
    responder,
    name: responders[responder]?.name ?? responder,
  }));
}

/** "Jan" and "Peeters" name Jan Peeters, and so does "Jan Peeters". */
function isNamed(name: string, words: readonly string[]): boolean {
  const own = [wordsOf(name), wordsOf(withUmlautsWritten(name))];
  return own.some((some) => words.every((word) => some.includes(word)));
}

/** "Müller" is also written "Mueller". */
function withUmlautsWritten(name: string): string {
  return name.normalize('NFC').replace(/[äöüø]/giu, (letter) => `${plainLetters(letter)}e`);
}

function isSameCompetence(roster: readonly string[], words: readonly string[]): boolean {
  const [own, other] = [roster.join(' '), words.join(' ')];
  return (
    own === other || competences.some((line) => [own, other].every((one) => line.split(', ').includes(one)))
  );
}

function wordsOf(name: string): readonly string[] {
  return plainLetters(name)
    .replace(/['’‘`´]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

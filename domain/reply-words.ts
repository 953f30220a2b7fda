import type { Language } from './organization.ts';

/** How a page says how to answer. It stands last in a page, and is how a page is known when a reply quotes it. */
export const howToAnswer: Readonly<Record<Language, string>> = {
  nl: 'Antwoord ja/nee',
  fr: 'Répondez oui/non',
  de: 'Antworten Sie ja/nein',
  en: 'Reply yes/no',
};

/**
 * Words by which a phone tells its carrier that it wants no more messages. A message that begins with one may never
 * reach us, and is the last that its phone can answer: no text of ours may hold one.
 *
 * Source: AWS End User Messaging SMS User Guide, "Required opt-out keywords"; then what carriers add to it.
 */
export const optOutWords: readonly string[] = [
  ...['arret', 'cancel', 'end', 'opt out', 'optout', 'quit', 'remove', 'stop', 'td', 'unsubscribe'],
  ...['stopall', 'stop all', 'revoke', 'stopp', 'unsub', 'uit', 'afmelden', 'abmelden', 'desabonner'],
];

/**
 * What a word or phrase does in a reply:
 * - `yes`, `no`, `undo`: the answers;
 * - `ok`: a yes that is polite as well: "ok thanks" is none, "I am ok" is none;
 * - `self`, `detail`, `greeting`, `thanks`: may stand beside an answer without changing it;
 * - `polite`: may stand beside a no or an undo; "yes please" asks somebody else;
 * - `not`, `hedge`, `ask`, `clock`, `optOut`: with one of these, there is no clear yes.
 */
export type WordUse =
  | 'yes'
  | 'ok'
  | 'no'
  | 'undo'
  | 'self'
  | 'detail'
  | 'greeting'
  | 'polite'
  | 'thanks'
  | 'not'
  | 'hedge'
  | 'ask'
  | 'clock'
  | 'optOut';

/** A reply of one letter. */
export const letters: Readonly<Record<string, string>> = { y: 'yes', j: 'ja', n: 'no', k: 'ok' };

/** A yes that is nothing but a yes: an "ok" may follow. After "looking" it would be good news. */
export const plainYes: readonly string[] = [
  'yes',
  'yep',
  'yup',
  'yeah',
  'yea',
  'ja',
  'jaja',
  'jep',
  'jawohl',
  'oui',
  'ouais',
];

/** A no that is nothing but a no: its reason may follow, in any words. */
export const plainNo: readonly string[] = [
  'no',
  'nope',
  'nah',
  'nee',
  'neen',
  'nee hoor',
  'non',
  'nan',
  'nein',
];

/**
 * All words that are understood, by what they do: small letters, without accents, an apostrophe as a space ("don't"
 * is "dont"). A comma separates. What is not here is not understood, and makes a yes unclear: so no word that may
 * turn a yes into something else needs to be listed, and listing one only makes the reason known. No word here is a
 * name as well: "Ben on it", "Will has it" and "ok Jo" speak of somebody else.
 */
export const replyWords: Readonly<Record<Exclude<WordUse, 'optOut'>, readonly string[]>> = {
  yes: [
    'yes, yep, yup, yeah, yea, ack, acknowledge, acknowledged, accept, accepted, on it, onit, i got it, i ve got it, ive got it',
    'i have it, i got this, got this, i ll take it, ill take it, i will take it, i take it, taking it, mine, will do, looking',
    'looking into it, looking in to it, looking into this, looking at it, looking at this, i ll look, ill look, i will look',
    'i ll look into it, i will look into it, i ll look at it, i will look at it, i ll check, ill check, i will check, checking, on my way, omw, working on it, investigating, handling it, still on it, still working on it',
    'ja, jaja, jep, jup, jap, jawel, ik kijk, ik kijk er naar, ik kijk er even naar, ik kijk ernaar, ik kijk ff, ik bekijk het',
    'ik neem het, ik neem m, ik neem hem, ik neem over, ik neem het over, ik neem het op, neem ik, ik pak het, ik pak m, ik pak hem',
    'ik pak het op, pak ik, ik doe het, doe ik, ik heb het, ben ermee bezig, ben er mee bezig, er mee bezig, ermee bezig, ik ga kijken',
    'ik ga ernaar kijken, ik zal kijken, ik check, ik check het, ik kom, ik kom eraan, kom eraan, aan de slag, ik regel het',
    'regel ik, nog ermee bezig, nog mee bezig, oui, ouais, ouaip, ouep, je m en occupe, j m en occupe, je m en charge, je prends, je le prends',
    'je la prends, je prends en charge, je m y mets, j y vais, j y suis, je regarde, je regarde ca, je verifie, j arrive, suis dessus',
    'en route, je gere, je traite, jawohl, bin dran, bin schon dran, bin noch dran, ich ubernehme, ich uebernehme, ubernehme, uebernehme, ubernehme ich',
    'ich ubernehme es, ich ubernehme das, mach ich, mache ich, ich mach s, ich mache es, ich mache das, ich mach das, ich kummere mich',
    'ich kuemmere mich, kummere mich, kuemmere mich, ich kummere mich darum, ich kuemmere mich darum, kummere mich darum, ich schaue',
    'ich schau, schaue, schau ich, schaue ich, ich schaue mir das an, schau mir das an, ich schau mir das an, schaue mir das an, ich schaue es mir an',
    'ich sehe es mir an, ich sehe mir das an, ich komme, bin dabei, ich nehme es, ich nehme ihn, ich nehme das, wird gemacht',
  ],
  ok: ['ok, oke, okay, okey, oki, okido, o k, sure, d accord, daccord, dac, is goed, got it, geht klar'],
  no: [
    'no, nope, nah, cant, i cant, can not, cannot, unable, unavailable, not available, not me, decline, declined, no can do',
    'nee, neen, nee hoor, kan niet, ik kan niet, kan nu niet, ik kan nu niet, niet beschikbaar, geen tijd, niet ik, ik niet, lukt niet',
    'lukt me niet, non, nan, ne peux pas, je ne peux pas, je peux pas, peux pas, pas dispo, pas disponible, pas moi, impossible',
    'je refuse, indisponible, nein, kann nicht, ich kann nicht, kann gerade nicht, ich kann gerade nicht, kann jetzt nicht',
    'ich kann jetzt nicht, geht nicht, nicht verfugbar, nicht verfuegbar, keine zeit, nicht ich, ich nicht',
  ],
  undo: [
    'undo, terugdraaien, draai terug, ongedaan, ongedaan maken, maak ongedaan, annuler, annule, annulez, defaire, ruckgangig',
    'rueckgaengig, ruckgangig machen, rueckgaengig machen, zurucknehmen, zuruecknehmen',
  ],
  self: ['i, im, i m, am, ll, ik, ik ben, zal, kben, ich, bin, je, suis, j'],
  detail: [
    'it, this, that, the incident, the alarm, now, right now, right away, straight away, immediately, for, about, more, another, of course',
    'het, dit, er, ernaar, hoor, wel, even, ff, eens, snel, nu, meteen, direct, onmiddellijk, voor, ongeveer, nog, zeker, natuurlijk',
    'ca, le, la, tout de suite, immediatement, maintenant, pour, environ, encore, bien sur, es, das, mal, klar, jetzt, sofort',
    'fur, fuer, etwa, circa, noch, naturlich, natuerlich',
  ],
  greeting: ['hi, hello, hey, hallo, hoi, dag, bonjour, bonsoir, salut, moin, servus'],
  polite: ['please, pls, sorry, oops, oeps, aub, alstublieft, svp, pardon, desole, desolee, bitte'],
  thanks: [
    'thanks, thank you, thx, ty, cheers, bedankt, dank je, dankje, dank u, dankjewel, merci, merci beaucoup, danke, vielen dank, thanks a lot',
  ],
  not: [
    'not, nt, dont, doesnt, didnt, wont, isnt, arent, aint, wouldnt, couldnt, never, without, neither, niet, geen, nooit, niks, niets',
    'zonder, nie, ne, n, pas, jamais, rien, aucun, aucune, sans, nicht, nich, kein, keine, keinen, niemals, nichts, ohne',
  ],
  hedge: [
    'but, if, when, unless, only, later, tomorrow, maybe, perhaps, wait, soon, after, before, although, however, or, try, might, should',
    'done, fixed, resolved, solved, closed, no problem, no problems, no worries, no prob, no pb, no idea, no longer, ok now, ok again',
    'all ok, its ok, it s ok, maar, als, wanneer, indien, tenzij, alleen, enkel, straks, morgen, misschien, wacht, wachten, eerst',
    'zodra, of, mits, hopelijk, zo, zometeen, probeer, opgelost, klaar, gedaan, voorbij, geen probleem, ok nu, is ok, alles ok, mais',
    'si, quand, sauf, seulement, demain, plus tard, peut etre, attends, attendez, bientot, des que, apres, avant, essaie, essaye',
    'plus, resolu, fini, termine, regle, pas de probleme, pas de souci, c est ok, tout est ok, aber, wenn, falls, sobald, ausser, nur',
    'spater, spaeter, vielleicht, warte, moment, gleich, erst, nachher, oder, bald, eventuell, versuche, erledigt, gelost, geloest',
    'behoben, fertig, kein problem, keine sorge, ca marche, ok jetzt, ok maintenant, ist ok, alles gut, alles klar',
  ],
  ask: [
    'am i, will i, ben ik, zal ik, suis je, bin ich, neem ik het, pak ik het, doe ik het, regel ik het, mach ich das, mache ich das',
    'mache ich es, ubernehme ich es, ubernehme ich das, schaue ich mir',
    'who, what, why, where, which, how, can you, could you, info, boss, help, wie, wat, waarom, waar, welke, hoe, qui, quoi, pourquoi',
    'ou, quel, quelle, comment, wer, was, warum, wo, welche, welcher',
  ],
  clock: [
    'until, till, til, at, in, within, by, from, since, ago, tot, om, vanaf, binnen, over, rond, tegen, jusqu a, jusque, a, vers, dans',
    'des, bis, um, ab, gegen, innerhalb',
  ],
};

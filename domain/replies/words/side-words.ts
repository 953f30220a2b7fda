/** Words for the speaker. */
export const selfWords: readonly string[] = ['i, im, i m, am, ik, ik ben, kben, ich, bin, je, suis, j'];

/** Words for the subject, and "now". They may accompany a yes, and words for over or serious. */
export const thingWords: readonly string[] = [
  'it, this, that, the incident, the alarm, now, het, dit, nu, ca, le, la, maintenant, es, das, jetzt',
];

/** At once. "Immediately solved" may be a promise. */
export const atOnceWords: readonly string[] = [
  'right now, right away, straight away, immediately, meteen, direct, onmiddellijk, tout de suite, immediatement, sofort',
];

/** They may accompany words for over or serious. */
export const matterWords: readonly string[] = [
  'and tested, and verified, en getest, en geverifieerd, et teste, und getestet, situation, situatie, toestand, lage',
  'reparation, herstelling, reparatie, reparatur, repair, fix, all, everything, problem, the problem, issue, the issue',
  'incident, alarm, just, again, finally, alles, probleem, het probleem, storing, de storing, het incident, het alarm, net',
  'zojuist, eindelijk, weer, volledig, tout, le probleme, probleme, l incident, la panne, panne, enfin, das problem',
  'der fehler, fehler, die storung, storung, stoerung, gerade, komplett, endlich',
];

/** "Already fixed" may be a question, "it is already fixed" is not. */
export const alreadyWords: readonly string[] = ['already, al, deja, schon'];

/** Forms of "is". */
export const isWords: readonly string[] = [
  'it is, it s, its, is, is now, this is, that is, that s, thats, it s already, is already, has been, it has been, het is',
  'dit is, dat is, tis, t is, is nu, is al, het is al, tis al, c est deja, c est, est, a ete, es ist, ist, das ist',
  'ist jetzt, ist schon, wurde',
];

/** Forms of "will be". They need a time. */
export const futureWords: readonly string[] = [
  'will be, should be, zal, zou, zijn, moeten zijn, wordt, sera, sera t il, devrait etre, wird, sollte, sein, werden',
  'wird wohl',
];

/** Words for "very". */
export const veryWords: readonly string[] = [
  'very, really, zeer, heel, echt, erg, tres, vraiment, sehr, wirklich, extremely',
];

/** They may accompany an answer without changing it. */
export const detailWords: readonly string[] = [
  'of course, er, ernaar, wel, even, ff, eens, snel, zeker, natuurlijk, bien sur, mal, naturlich, natuerlich',
];

/** Before a duration. */
export const forWords: readonly string[] = ['for, voor, pour, fur, fuer'];

/** Before an approximate time. */
export const aboutWords: readonly string[] = ['about, ongeveer, circa, environ, etwa, approx'];

/** Before the time at which something ends. */
export const untilWords: readonly string[] = ['until, untill, till, til, tot, jusqu a, jusqua, jusque, bis'];

/** Before a deadline. */
export const byWords: readonly string[] = ['by, tegen, vers, gegen'];

/** Before the time at which something happens. */
export const atWords: readonly string[] = ['at, om, a, um, rond, around, omstreeks'];

/** Before the time within which something happens. */
export const withinWords: readonly string[] = ['in, within, binnen, over, dans, d ici, innerhalb'];

/** Before other times. */
export const clockWords: readonly string[] = [
  'from, since, ago, vanaf, sinds, geleden, a partir de, des, depuis, il y a, ab, seit, vor',
];

/** Greetings. */
export const greetingWords: readonly string[] = [
  'antwoord, reply, repondez, reponds, antworten sie, antworte, answer, hi, hello, hey, good morning, good evening, hallo, hoi, dag, goedemorgen, goedenavond, goeienavond, bonjour, bonsoir',
  'salut, moin, servus, gruezi, guten morgen, guten abend',
];

/** "Good". Before a yes it is polite, alone or after a yes it is praise. */
export const goodWords: readonly string[] = [
  'good, alright, all right, great, top, prima, goed, bon, bien, gut',
];

/** "Please" and "sorry". */
export const politeWords: readonly string[] = [
  'euh, uh, uhm, hm, hmm, ehm, please, pls, plz, sorry, oops, oeps, aub, alstublieft, alsjeblieft, graag, vergissing, svp',
  'stp, s il vous plait, s il te plait, pardon, desole, desolee, bitte, leider, helaas',
];

/** Words that say goodbye. With a yes, they may say goodbye to the question. */
export const byeWords: readonly string[] = [
  'bye, good night, goodnight, sleep well, slaapwel, slaap lekker, welterusten, goedenacht, bonne nuit, gute nacht',
  'schlaf gut',
];

/** Thanks. */
export const thanksWords: readonly string[] = [
  'thanks, thank you, thx, ty, cheers, thanks a lot, bedankt, dank je, dankje, dank u, dankjewel, merci, merci beaucoup',
  'danke, vielen dank',
];

/** Who speaks. */
export const selfWords: readonly string[] = ['i, im, i m, am, ik, ik ben, kben, ich, bin, je, suis, j'];

/** What it is about, and now: may stand beside a yes, and beside what is over or serious. */
export const thingWords: readonly string[] = [
  'it, this, that, the incident, the alarm, now, het, dit, nu, ca, le, la, maintenant, es, das, jetzt',
];

/** At once: "immediately solved" is a promise as well. */
export const atOnceWords: readonly string[] = [
  'right now, right away, straight away, immediately, meteen, direct, onmiddellijk, tout de suite, immediatement, sofort',
];

/** May stand beside what is over or serious. */
export const matterWords: readonly string[] = [
  'and tested, and verified, en getest, en geverifieerd, et teste, und getestet, situation, situatie, toestand, lage',
  'reparation, herstelling, reparatie, reparatur, repair, fix, all, everything, problem, the problem, issue, the issue',
  'incident, alarm, just, again, finally, alles, probleem, het probleem, storing, de storing, het incident, het alarm, net',
  'zojuist, eindelijk, weer, volledig, tout, le probleme, probleme, l incident, la panne, panne, enfin, das problem',
  'der fehler, fehler, die storung, storung, stoerung, gerade, komplett, endlich',
];

/** "Already fixed" may ask; "it is already fixed" does not. */
export const alreadyWords: readonly string[] = ['already, al, deja, schon'];

/** That it is so. */
export const isWords: readonly string[] = [
  'it is, it s, its, is, is now, this is, that is, that s, thats, it s already, is already, has been, it has been, het is',
  'dit is, dat is, tis, t is, is nu, is al, het is al, tis al, c est deja, c est, est, a ete, es ist, ist, das ist',
  'ist jetzt, ist schon, wurde',
];

/** That it will be so: says something only beside a time. */
export const futureWords: readonly string[] = [
  'will be, should be, zal, zou, zijn, moeten zijn, wordt, sera, sera t il, devrait etre, wird, sollte, sein, werden',
  'wird wohl',
];

/** Very. */
export const veryWords: readonly string[] = [
  'very, really, zeer, heel, echt, erg, tres, vraiment, sehr, wirklich, extremely',
];

/** May stand beside an answer without changing it. */
export const detailWords: readonly string[] = [
  'of course, er, ernaar, wel, even, ff, eens, snel, zeker, natuurlijk, bien sur, mal, naturlich, natuerlich',
];

/** Before a time that lasts, or that must not be passed. */
export const forWords: readonly string[] = ['for, voor, pour, fur, fuer'];

/** Before a time that is not meant to the minute. */
export const aboutWords: readonly string[] = ['about, ongeveer, circa, environ, etwa, approx'];

/** Before the time at which something ends. */
export const untilWords: readonly string[] = ['until, untill, till, til, tot, jusqu a, jusqua, jusque, bis'];

/** Before the time by which something will be so. */
export const byWords: readonly string[] = ['by, tegen, vers, gegen'];

/** Before the time at which something was or will be so. */
export const atWords: readonly string[] = ['at, om, a, um, rond, around, omstreeks'];

/** Before the time that it will take. */
export const withinWords: readonly string[] = ['in, within, binnen, over, dans, d ici, innerhalb'];

/** Before other times. */
export const clockWords: readonly string[] = [
  'from, since, ago, vanaf, sinds, geleden, a partir de, des, depuis, il y a, ab, seit, vor',
];

/** Good evening. */
export const greetingWords: readonly string[] = [
  'hi, hello, hey, good morning, good evening, hallo, hoi, dag, goedemorgen, goedenavond, goeienavond, bonjour, bonsoir',
  'salut, moin, servus, gruezi, guten morgen, guten abend',
];

/** "Good": before a yes it is manners, alone or behind it is praise. */
export const goodWords: readonly string[] = [
  'good, alright, all right, great, top, prima, goed, bon, bien, gut',
];

/** Please, and sorry. */
export const politeWords: readonly string[] = [
  'euh, uh, uhm, hm, hmm, ehm, please, pls, plz, sorry, oops, oeps, aub, alstublieft, alsjeblieft, graag, vergissing, svp',
  'stp, s il vous plait, s il te plait, pardon, desole, desolee, bitte, leider, helaas',
];

/** Takes leave: beside a yes, it may take leave of the question. */
export const byeWords: readonly string[] = [
  'bye, good night, goodnight, sleep well, slaapwel, slaap lekker, welterusten, goedenacht, bonne nuit, gute nacht',
  'schlaf gut',
];

/** Thank you. */
export const thanksWords: readonly string[] = [
  'thanks, thank you, thx, ty, cheers, thanks a lot, bedankt, dank je, dankje, dank u, dankjewel, merci, merci beaucoup',
  'danke, vielen dank',
];

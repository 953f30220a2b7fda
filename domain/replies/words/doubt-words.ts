/** Words that deny. */
export const notWords: readonly string[] = [
  'not, nt, dont, doesnt, didnt, wont, isnt, arent, aint, wouldnt, couldnt, never, without, neither, niet, geen, nooit',
  'niks, niets, zonder, nie, ne, n, pas, jamais, rien, aucun, aucune, sans, nicht, nich, ned, kein, keine, keinen, niemals',
  'nichts, ohne',
];

/** Words that set a condition, put an answer off, or say it about something else. */
export const hedgeWords: readonly string[] = [
  'but, if, when, unless, only, later, tomorrow, maybe, perhaps, wait, soon, after, before, although, however, or, try',
  'might, should, no problem, no problems, no worries, no prob, no pb, no idea, no longer, ok now, ok again, almost, nearly',
  'half done, half fixed, partly, partially, hopefully, probably, to be, would be, could be, must be, i think, for now',
  'voor nu, fur jetzt, fuer jetzt, well done, i m done, im done, i am done, over it, all ok, its ok, it s ok, it is ok',
  'are you serious, you serious, seriously, as long as, once, tmrw, l8r, 2day, ik kijk wel, looking for, maar, ma, als',
  'wanneer, indien, tenzij, alleen, enkel, straks, morgen, misschien, wacht, wachten, eerst, zodra, of, mits, hopelijk, zo',
  'zometeen, probeer, bijna, deels, gedeeltelijk, voorlopig, tijdelijk, waarschijnlijk, denk, ik denk, geen probleem, ok nu',
  'is ok, alles ok, is weer ok, toch niet, toch wel, er klaar mee, klaar mee, serieus, serieus genomen, ik ben klaar',
  'ben klaar, mais, si, quand, sauf, seulement, demain, plus tard, peut etre, attends, attendez, bientot, des que, apres',
  'avant, essaie, essaye, plus, presque, a moitie, en partie, provisoirement, regle, repare, corrige, pas de probleme',
  'pas de souci, c est ok, tout est ok, c est bon, ca marche, ok maintenant, serieux, serieusement, je termine, je regle',
  'je corrige, a plus, aber, wenn, falls, sobald, ausser, nur, spater, spaeter, vielleicht, warte, moment, gleich, erst',
  'nachher, oder, bald, eventuell, versuche, fast, teilweise, vorlaufig, vorlaeufig, hoffentlich, wahrscheinlich',
  'kein problem, keine sorge, ok jetzt, ist ok, alles gut, alles klar, im ernst, ernsthaft, mein ernst, dein ernst',
  'ihr ernst, bin fertig, ich bin fertig, jein, ungelost, ungeloest, unresolved, unsolved, unfixed, undone',
];

/** Words that ask. */
export const askWords: readonly string[] = [
  'am i, will i, should i, shall i, can i, do i, ben ik, zal ik, moet ik, kan ik, mag ik, suis je, dois je, puis je',
  'bin ich, soll ich, kann ich, darf ich, neem ik het, pak ik het, doe ik het, regel ik het, los ik het op, mach ich das',
  'mache ich das, mache ich es, ubernehme ich es, ubernehme ich das, schaue ich mir, is it, is this, is that, is the',
  'is all, is everything, is problem, is issue, is incident, is alarm, is het, is dit, is dat, is de, is alles, is probleem',
  'is storing, ist es, ist das, ist der, ist problem, ist fehler, ist alles, est ce, est ce que, why, where, which, how',
  'can you, could you, are you, are we, have you, did you, help, waarom, waar, welke, hoe, heb je, heb jij, ben je, kun je',
  'kan je, pourquoi, ou, quel, quelle, comment, tu as, avez vous, warum, wo, welche, welcher, hast du, haben sie, bist du',
];

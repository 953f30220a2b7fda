/** Other people. A text with one of these words may be about somebody else than its sender. */
const others: readonly string[] = [
  'you, your, yours, he, she, him, his, her, hers, they, them, their, somebody, someone, anybody, anyone, everybody, everyone',
  'nobody, noone, colleague, colleagues, coworker, wife, husband, kids, kid, guy, guys, dude, mate, says, said, told, tell, ask',
  'asked, call, called, calling, dear, sir, jij, je mag, je kan, jou, jouw, jullie, uw, hij, zij, ze, hem, haar, hun, hen, iemand, niemand',
  'iedereen, collega, collegas, vrouw, man, kinderen, kind, zegt, zei, zegde, vraag, vraagt, vragen, gevraagd, bel, belt, bellen, gebeld',
  'mij mag, mag, zou, zouden, tu, toi, ton, ta, tes, vous, votre, vos, il, elle, ils, elles, lui, leur, leurs, quelqu',
  'personne, collegue, collegues, femme, mari, enfants, disait, demande, demander, demandez, appelle, appeler, appelez, doit, devrait',
  'dich, dir, dein, deine, sie, ihr, ihre, ihnen, ihn, ihm, jemand, jemanden, niemand, keiner, kollege, kollegin, kollegen, frau, mann',
  'kinder, sagt, sagte, frag, frage, fragt, fragen, ruf, rufe, anrufen, soll, sollte, musste, darf',
];

/** Reasons why a person cannot come, and what people write who do not mean what they say. */
const reasons: readonly string[] = [
  'asleep, sleep, sleeping, slept, bed, tired, drunk, drinking, beer, beers, wine, party, ill, sick, holiday, holidays, vacation, leave, driving',
  'drive, flight, plane, hospital, off, out, weekend, dinner, eating, movie, cinema, wedding, funeral, joking, kidding, joke, whatever, yeah right',
  'slaap, slapen, slaapt, geslapen, bed, bedje, moe, dronken, gedronken, bier, pinten, pintje, wijn, feest, feestje, ziek, vakantie, verlof, rijden',
  'rij, rijd, vliegtuig, ziekenhuis, eten, cinema, film, trouw, trouwfeest, begrafenis, lachen, grapje, grap, zever, vrij, laat maar, laten',
  'dors, dormir, dormais, lit, fatigue, fatiguee, bourre, biere, bu, vin, fete, malade, vacances, conge, conduis, conduire, volant, avion, hopital',
  'mange, manger, repas, cine, mariage, enterrement, rigole, blague, laisse tomber, tant pis, repos, schlafe, schlafen, schlaf, bett, mude, muede',
  'betrunken, getrunken, bier, wein, party, feier, krank, urlaub, frei, fahre, fahren, flugzeug, flieger, krankenhaus, essen, kino, hochzeit',
  'beerdigung, witz, scherz, spass, von wegen, egal, lass, lassen, schade, sad, lol, haha, hahaha, mdr, xd, wtf, ffs, pff, pfff, zucht, seufz, sigh',
  'kijk mee, meekijken, mee kijken, tv, tele, fernsehen, netflix, voetbal, football, fussball, match, serie, gamen, cnat, canot, nto, neit, nite, nciht, ncht, nicth, pa, nietmeer, wrong, verkeerd, verkeerde, fout, faux, falsch, falsche, mauvais, mauvaise, spam, fuck, shit, merde, scheisse, verdomme, kut',
];

/** Names that are no other word of a reply. A name in a yes says that somebody else works on it. */
const names: readonly string[] = [
  'bram, jan, piet, pieter, joris, tom, thomas, luc, luk, marc, koen, kris, stijn, wim, dirk, bart, geert, peter, johan, kevin, jens, lars, sven',
  'jeroen, maarten, daan, sander, ruben, niels, tim, joost, bas, lotte, sofie, sophie, eva, emma, julie, laura, sara, sarah, lisa, nele, ilse, ines',
  'greta, inge, katrien, leen, lien, liesbeth, marie, anna, anne, annelies, chloe, elodie, camille, pierre, paul, jean, jacques, michel, nicolas',
  'julien, antoine, olivier, benoit, francois, philippe, mathieu, maxime, hugo, louis, lucas, leo, arthur, claire, celine, isabelle, nathalie',
  'valerie, aurelie, pauline, hans, klaus, jurgen, juergen, stefan, andreas, michael, markus, matthias, christian, florian, felix, lukas, tobias',
  'uwe, heiko, jonas, max, moritz, sabine, petra, monika, ursula, heidi, anke, katrin, kathrin, julia, lena, lea, mia, john, mike, david, james',
  'robert, steve, steven, dave, chris, alex, daniel, dan, ryan, kate, katie, emily, jane, susan, karen, linda, ahmed, mohamed, mehmet, fatima',
  'lukasz, soren, sean, gross, yannick, gregory, cedric, thibault, quentin, laurent, vincent, stephane, sebastien, reto, urs, beat, ueli',
];

const listOf = (lines: readonly string[]) => lines.flatMap((line) => line.split(', '));

const pattern = (words: readonly string[]) => new RegExp(`(?:^| )(?:${words.join('|')})(?= |$)`, 'u');

/** Words with which a yes, an end or a consent is not certain any more. */
export const vetoes: RegExp = pattern(listOf([...others, ...reasons, ...names, 'team, ploeg, equipe']));

/** Words about other people, and reasons: what a signature never has, although it has a name. */
export const beyondSignature: RegExp = pattern(listOf([...others, ...reasons]));

/** Words about other people, and their names. */
export const aboutOthers: RegExp = pattern(listOf([...others, ...names]));

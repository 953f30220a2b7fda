/** Words that acknowledge. None of them can be about somebody else, or about something that works. */
export const yesWords: readonly string[] = [
  'ye, kheb em, kheb het, je l ai, hab ich, oui chef, yes, yep, yup, yeah, yea, ya, yes yes, yeah yeah, ack, acked, acknowledge, acknowledged, accept, accepted, on it, onit',
  'i got it, i ve got it, ive got it, i have it, i got this, i ve got this, ive got this, got this, i ll take it',
  'ill take it, i will take it, i take it, taking it, i ll take this, ill take this, mine, it s mine, its mine, will do',
  'looking, looking into it, looking in to it, looking into this, looking at it, looking at this, having a look',
  'i ll have a look, ill have a look, i ll look, ill look, i will look, i ll look into it, i will look into it',
  'i ll look at it, i will look at it, i ll check, ill check, i will check, checking, checking it, on my way, omw',
  'working on it, working on this, investigating, handling it, i ll handle it, ill handle it, i m handling it, taking this',
  'taking this one, i ll take this one, i got this one, this one is mine, this one s mine, wordt aan gewerkt, er wordt aan gewerkt, i can take it, i can take this, still on it',
  'still working on it, logging in, logging on, count me in, i ll do it, ill do it, i will do it, ja, jaja, jazeker',
  'ja hoor, jawel hoor, doe ik hoor, jep, jup, jap, jop, jawel, ik kijk, ik kijk er naar, ik kijk er even naar',
  'ik kijk ernaar, ik kijk ff, ik bekijk het, ik neem het, ik neem m, ik neem em, ik neem hem, ik neem over',
  'ik neem het over, ik neem het op, neem ik, ik neem deze, ik pak deze, ik heb em, ik heb hem, ik heb deze, ik spring erop',
  'ik begin eraan, ik ben online, ik zit achter de laptop, ik zit achter mijn laptop, ik zit al achter mijn laptop',
  'ik zit achter mijn pc, ik zit al achter mijn pc, ik pak het, ik pak m, ik pak em, ik pak hem, ik pak het op, pak ik',
  'ik doe het, ik doet, ik fix het, ik duik erin, doe ik, ik heb het, ik heb m, kheb m, ben ermee bezig, ben er mee bezig',
  'ben er al mee bezig, er mee bezig, ermee bezig, al mee bezig, ik ga kijken, kga kijken, k ga kijken, kga ne keer kijken',
  'ik ga ne keer kijken, k ga ne keer kijken, ik ga ernaar kijken, ik zal kijken, kzal kijken, k zal kijken, ik check, ik check het, ik kom',
  'ik kom eraan, kom eraan, ik zit erop, ik zit er op, ik zit er al op, kzit erop, kzit er op, kzit der op, k zit erop',
  'aan de slag, ik regel het, regel ik, ik los het op, los ik op, nog ermee bezig, nog mee bezig, is voor mij, tis voor mij',
  'ik log in, ben ingelogd, ben al ingelogd, ik ben ingelogd, volontiers, avec plaisir, oui, ouais, ouaip, ouep, wi',
  'je m en occupe, j m en occupe, je men occupe, m en occupe, je m en charge, je prends, je le prends, je la prends',
  'je prends en charge, je prends ca, je m y mets, j y vais, j y suis, je regarde, je regarde ca, je jette un oeil',
  'j y jette un oeil, dessus, je verifie, j arrive, je suis dessus, j suis dessus, chuis dessus, suis dessus, en route',
  'je gere, je traite, je suis en ligne, je me leve, je check, je checke, je le fais, je m y colle, je me connecte',
  'c est pour moi, j m y mets, je repare, je regle ca, je suis sur le coup, je m en occupe tout de suite, jawohl, jawoll',
  'jau, bin dran, bi dra, bin schon dran, bin noch dran, bin schon dabei, ich ubernehme, ich uebernehme, ich ubernehm',
  'ich uebernehm, ubernehme, uebernehme, ubernehm, uebernehm, ubernommen, uebernommen, ubernehme ich, uebernehme ich',
  'ich ubernehme es, ich ubernehme das, mach ich, mache ich, mach i, ich mach s, ich mache es, ich mache das, ich mach das',
  'bin online, bin am pc, bin am rechner, bin schon am rechner, schau grad, ich schau grad, i mach s, ich kummere mich',
  'ich kuemmere mich, ich kummer mich, ich kuemmer mich, kummere mich, kuemmere mich, kummer mich, kuemmer mich',
  'ich kummere mich darum, ich kuemmere mich darum, ich kummere mich drum, ich kummer mich drum, ich kuemmer mich drum',
  'kummere mich darum, kummere mich drum, ich schaue, ich schau, schaue, schau ich, schau ich an, schaue ich, i schau',
  'i schau s an, i schau ma des an, i schau mir das an, i luegs a, i luegs aa, i luege, ich luege, ich schaue mir das an',
  'schau mir das an, schau es mir an, ich schau es mir an, ich schau mir das an, schaue mir das an, ich schaue es mir an',
  'ich schau s mir an, schau s mir an, schaus mir an, ich sehe es mir an, ich sehe mir das an, ich guck, ich gucke',
  'ich guck mal, gucke mir das an, ich guck mir das an, ich komme, bin dabei, ich nehme es, ich nehme ihn, ich nehme das',
  'wird gemacht, logge mich ein, ich logge mich ein',
];

/** A yes that may only be polite: "ok thanks" and "I am ok" are no yes. */
export const okWords: readonly string[] = [
  'ok, oke, okee, okay, okey, oki, okido, okidoki, okidokie, okie dokie, o k, sure, sure thing, d accord, daccord, dac',
  'is goed, ok hoor, is goed hoor, komt in orde, got it, geht klar, klar, na klar, klaro',
];

/** Words that decline. A wrong one only pages the next person sooner. */
export const noWords: readonly string[] = [
  'no, nope, nah, no no, cant, i cant, can not, cannot, i cannot, unable, unavailable, not available, not me, not for me',
  'decline, declined, no can do, no way, not tonight, not now, not right now, not possible, cant do it, i cant do it',
  'negative, negatif, im ill, i m ill, i am ill, i am sick, im sick, i m sick, nee, neen, nee hoor, neeje, nee nee',
  'kan niet, kan nie, kannie, ik kan niet, ik kan nie, kkan nie, kan nu niet, ik kan nu niet, ik kan echt niet',
  'kan echt niet, niet beschikbaar, geen tijd, niet ik, ik niet, niet voor mij, nie voor mij, lukt niet, lukt nie',
  'lukt me niet, gaat niet, gaat nie, gaat niet lukken, gaat nie lukken, zal niet lukken, zal nie lukken, kan ff niet',
  'kan even niet, kan nu even niet, ik kan nu even niet, nu niet, niet nu, vandaag niet, vanavond niet, vannacht niet',
  'bijlange niet, ben ziek, ik ben ziek, kben ziek, non, nan, ne peux pas, je ne peux pas, je peux pas, je peux pas la',
  'j peux pas, peux pas, pas dispo, pas disponible, pas moi, c est pas moi, pas pour moi, pas possible',
  'pas possible ce soir, pas maintenant, pas ce soir, pas cette nuit, impossible, je refuse, indisponible, je suis malade',
  'suis malade, nein, nei, kann nicht, ich kann nicht, kann gerade nicht, ich kann gerade nicht, kann grad nicht',
  'ich kann grad nicht, kann grad ned, kann ned, i kann ned, i ko ned, kann jetzt nicht, ich kann jetzt nicht',
  'kann leider nicht, ich kann leider nicht, geht nicht, geht grad nicht, geht ned, geht leider nicht, nicht verfugbar',
  'nicht verfuegbar, keine zeit, nicht ich, ich nicht, kann heute nicht, ich kann heute nicht, jetzt nicht, nicht jetzt',
  'heute nicht, heute nacht nicht, nicht fur mich, bin krank, ich bin krank',
];

/** Words that take back one's answer. */
export const undoWords: readonly string[] = [
  'undo, revert, terugdraaien, draai terug, ongedaan, ongedaan maken, maak ongedaan, annuler, annule, annulez, defaire',
  'ruckgangig, rueckgaengig, ruckgangig machen, rueckgaengig machen, zurucknehmen, zuruecknehmen',
];

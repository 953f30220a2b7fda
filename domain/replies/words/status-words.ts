/** The problem is over. These words need no code. An accent at the end of a French word arrives as "ee". */
export const doneWords: readonly string[] = [
  'incident closed, incident gesloten, incident clos, opgelost hoor, gefixt hoor, gefixed hoor, done, all done, fixed',
  'all fixed, resolved, solved, all solved, sorted, all sorted, sorted out, mended, repaired, i fixed, i ve fixed',
  'ive fixed, i have fixed, we fixed, we ve fixed, we have fixed, i solved, i ve solved, i have solved, i resolved',
  'i ve resolved, i have resolved, i got it fixed, i have it fixed, resolved itself, fixed itself, solved itself, opgelost',
  'gefixt, gefixed, gefikst, verholpen, hersteld, gerepareerd, afgehandeld, vanzelf opgelost, ik heb opgelost, heb opgelost',
  'ik heb het opgelost, heb het opgelost, kheb het opgelost, we hebben het opgelost, ik heb m opgelost, heb m opgelost',
  'ik heb het gefixt, heb het gefixt, kheb het gefixt, we hebben het gefixt, ik heb m gefixt, heb m gefixt',
  'ik heb het hersteld, heb het hersteld, ik heb het verholpen, heb het verholpen, ik heb het probleem opgelost',
  'heb het probleem opgelost, resolu, resolue, resolus, retabli, retablie, reglee, reparee, corrigee, depannee, c est regle',
  'c est repare, c est corrige, est regle, est repare, est corrige, j ai resolu, j ai reglee, j ai reparee, j ai corrigee',
  'j ai regle, j ai repare, on a resolu, nous avons resolu, s est resolu, resolu tout seul, resolu tout seule, erledigt',
  'behoben, gelost, geloest, repariert, hat sich erledigt, hat sich von selbst erledigt, hat sich gelost',
  'ich habe es behoben, habe es behoben, ich hab s behoben, hab s behoben, habs behoben, ich habe es gelost, habe es gelost',
  'ich hab s gelost, hab s gelost, habs gelost, ich habe es gefixt, habe es gefixt, hab s gefixt, habs gefixt',
  'ich habs gefixt, ich habe es erledigt, habe es erledigt, hab s erledigt, habs erledigt, ich habs behoben',
  'ich habs erledigt, wir haben es behoben',
];

/** The problem is over, or something else is. These words need a code. */
export const finishedWords: readonly string[] = [
  'finished, complete, completed, closed, klaar, gedaan, voorbij, gesloten, afgesloten, fini, finie, terminee, termine',
  'cloturee, clos, fertig, beendet, geschlossen',
];

/** Asks to close the incident, before its code. "A7K is close" means nearly fixed. */
export const closeWords: readonly string[] = [
  'close, resolve, sluit, sluiten, afsluiten, cloturer, cloture, schliesse, schliessen',
];

/** Will be ready at some time. These words never mean that it is over. */
export const readyWords: readonly string[] = ['ready, pret, prete, bereit'];

/** It is not over. How much longer it takes may follow. */
export const notYetWords: readonly string[] = [
  'not yet, not fixed yet, not done yet, not resolved yet, not solved yet, not ready yet, not yet fixed, not yet done',
  'not yet resolved, still not fixed, still not resolved, not fixed, nog niet, nog niet opgelost, nog niet klaar',
  'nog niet gefixt, nog niet hersteld, niet opgelost, niet klaar, pas encore, pas encore resolu, pas encore reglee',
  'pas encore reparee, pas encore terminee, pas encore fini, noch nicht, noch nicht behoben, noch nicht fertig',
  'noch nicht erledigt, noch nicht gelost, noch nicht geloest, nicht fertig',
];

/** How much longer. */
export const moreWords: readonly string[] = [
  'more, one more, another, extra, longer, need another, i need another, needs another, we need another, takes another',
  'it takes another, will take another, give me another, add, extend, extend by, nog, nog zeker, nog ongeveer, nog minstens',
  'ik heb nog, heb nog, duurt nog, het duurt nog, kost nog, geef me nog, geef mij nog, meer, langer, verleng, verleng met',
  'verlengen, encore, il me faut encore, il faut encore, j ai encore besoin de, j ai besoin de encore, j ai besoin d encore',
  'ca prend encore, ca prendra encore, ca va prendre encore, donne moi encore, donnez moi encore, laisse moi encore',
  'laissez moi encore, de plus, en plus, prolonger, prolonge, prolonger de, noch, dauert noch, es dauert noch',
  'das dauert noch, brauche noch, ich brauche noch, brauch noch, ich brauch noch, wir brauchen noch, gib mir noch, mehr',
  'laenger, verlangern, verlaengern, verlangern um',
];

/** They may accompany how much longer it takes. */
export const neededWords: readonly string[] = [
  'need, i need, we need, nodig, needed, necessaire, notig, noetig, il me faut, il faut',
];

/** When the repair will be done. */
export const etaWords: readonly string[] = [
  'eta, my eta, new eta, eta is, expected, expected to be, estimate, estimated, verwacht, verwachting, geschat, prevu',
  'prevue, estimation, voraussichtlich, geschatzt, geschaetzt',
];

/** Asks what it is about. */
export const infoWords: readonly string[] = [
  'what is this, what system, which system, what s the issue, whats the issue, what s the problem, whats the problem',
  'tell me more, om wat gaat het, welke server is het, welk systeem, wat is het probleem, um was geht es, um was gehts',
  'um was geht s, info, infos, information, detail, details, more info, more details, need info, i need info',
  'need more info, i need more info, what, what is it, what s it, whats it, what is it about, what s it about',
  'what s this about, whats this about, what is this about, what s up, whats up, what happened, what is happening',
  'what s happening, what s wrong, whats wrong, what is wrong, which customer, which server, which service, informatie',
  'uitleg, wat, wat is er, wat is het, wat is dat, wat is dit, wa is er, wa is da, wat scheelt er, wat is er aan de hand',
  'wat is er mis, wat gebeurt er, waarover, waarover gaat het, waar gaat het over, welke klant, welke server, welke dienst',
  'ik heb meer info nodig, quoi, c est quoi, cest quoi, il se passe quoi, qu est ce qui se passe, que se passe t il',
  'qu est ce que c est, quel client, quel serveur, quel service, plus d info, plus d infos, plus d informations',
  'plus de details, de quoi s agit il, was, was ist, was ist los, was ist das, was gibt s, was gibts, was ist passiert',
  'worum geht es, worum geht s, worum gehts, worum, welcher kunde, welcher server, welcher dienst, ich brauche mehr infos',
];

/** Asks who acknowledged it and who is paged. */
export const whoWords: readonly string[] = [
  'wie heeft deze, wie is er bezig, wie is er bezig met, wie is bezig met, qui est sur, wer ist noch dran',
  'who has been paged, who has been asked, who is primary, wie is primary, wie is wakker, wie van ons, qui a pris',
  'is anybody on it, is anyone on it, is somebody on it, who, who has it, who has this, who has, who is on it, who s on it',
  'whos on it, who is it, who got it, who took it, who else, who is asked, who was asked, who was paged, who else was paged',
  'who is paged, who is on call, who s on call, who is working on it, wie, wie heeft het, wie heeft em, wie heeft m',
  'wie heeft dit, wie heeft, wie is er mee bezig, wie is ermee bezig, wie is bezig, wie doet het, wie pakt het',
  'wie neemt het, wie kijkt, wie nog, wie is opgeroepen, wie is gevraagd, wie wordt gevraagd, wie heeft dienst',
  'wie heeft wacht, wie is van wacht, wie is van dienst, is er al iemand mee bezig, is er iemand mee bezig, wie anders, qui',
  'qui l a, qui la, qui a, qui s en occupe, qui est dessus, qui est appele, qui a ete appele, qui prend, qui le prend',
  'qui est d astreinte, qui est de garde, c est qui, qui d autre, qui regarde, wer, wer hat es, wer hat das, wer hat',
  'wer ist dran, wer macht es, wer macht das, wer kummert sich, wer kuemmert sich, wer ubernimmt, wer wurde gefragt',
  'wer wird gefragt, wer hat dienst, wer hat bereitschaft, wer sonst, wer noch',
];

/** Asks to page management now. */
export const bossWords: readonly string[] = [
  'boss, the boss, my boss, call boss, call the boss, get the boss, get boss, need the boss, i need the boss, page boss',
  'page the boss, management, page management, call management, get management, manager, the manager, call the manager',
  'page the manager, escalate, escalate it, escalate this, escalate to management, baas, de baas, bel de baas, bel baas',
  'baas bellen, roep de baas, baas nodig, ik heb de baas nodig, haal de baas erbij, baas erbij, bel management',
  'management bellen, management erbij, haal management erbij, directie, de directie, bel de directie, leidinggevende',
  'escaleer, escaleren, bel de chef, stuur door naar de chef, stuur door naar de baas, stuur door naar management, chef',
  'le chef, mon chef, appelle le chef, appelez le chef, appeler le chef, appelle chef, appelez la direction',
  'appelle la direction, direction, la direction, le responsable, responsable, appelez le responsable, j ai besoin du chef',
  'escalade, escalader, escaladez, den chef, der chef, chef anrufen, chef rufen, ruf den chef, ruf den chef an',
  'rufen sie den chef, chef bitte, ich brauche den chef, management anrufen, vorgesetzter, vorgesetzten, eskalieren',
  'eskaliere, eskalation',
];

/** Words that accompany "boss". */
export const pageWords: readonly string[] = [
  'the, de, den, call, get, page, wake, wake up, tell, inform, notify, ask, ring, my, on this, bel, roep, haal, verwittig',
  'waarschuw, informeer, contacteer, bellen, halen, roepen, erbij, mijn, ik heb, previens, prevenez, prevenir, reveille',
  'reveillez, contacte, contactez, informe, informez, mon, informieren, informiere, wecken, wecke, hol, holen, verstandige',
  'verstandigen, kontaktieren, meinen',
];

/** Words for a major incident. */
export const seriousWords: readonly string[] = [
  'serious, critical, ernstig, kritiek, kritisch, grave, critique, ernst',
];

/** Words for an incident that is not major. */
export const notSeriousWords: readonly string[] = [
  'not serious, not so serious, not that serious, not very serious, isnt serious, isnt that serious, not critical',
  'isnt critical, niet ernstig, niet zo ernstig, niet heel ernstig, niet echt ernstig, nie ernstig, niet kritiek',
  'niet kritisch, pas critique, nicht ernst, nicht so ernst, nicht sehr ernst, ned ernst, nicht kritisch, nicht so kritisch',
];

/** In French this also means "never mind", so it needs a code. */
export const neverMindWords: readonly string[] = [
  'pas grave, pas si grave, pas tres grave, c est pas grave, c est pas si grave, n est pas grave, ce n est pas grave',
  'ce n est pas si grave',
];

/** Words of work: what somebody does who takes an incident. Small letters without accents. */
const work: readonly string[] = [
  'look, looking, looked, check, checking, work, working, start, starting, started, open, opening, log, logging, login, logged, connect, connecting',
  'connected, vpn, laptop, pc, computer, desk, keyboard, screen, terminal, ssh, server, servers, db, database, disk, disks, logs, dashboard, grafana',
  'monitoring, console, investigating, investigate, handle, handling, handled, take, taking, took, got, grab, grabbing, owning, pick, picking',
  'jump, jumping, hop, hopping, tackle, tackling, sort, sorting, deal, dealing, respond, responding, getting on it, dig, digging, boot, booting,  dive, diving, fix, fixing, debug, debugging, troubleshooting, restart, restarting, reboot, rebooting, online, awake, home',
  'started, try to log, network, mail, backup, cluster, node, app, website, site',
  'kijk, kijken, zien, los, oplossen, pakken, opnemen, aanpakken, behandel, kijkt, bekijk, bekijken, bekeken, check, checken, nakijken, neem, nemen, pak, pakken, pik, doe, doen, fiks, fix, fixen, regel, regelen',
  'start, starten, opstarten, log, inloggen, ingelogd, verbind, verbinden, connecteer, verbinding, achter, computer, toestel, scherm, wakker',
  'onderweg, ermee, begin, begonnen, spring, duik, neemt bereikbaar, beschikbaar, erop, eraan, onderzoek',
  'onderzoeken, behandel, behandelen, werk, werken, gang, slag, uitzoeken, zoek, zoeken, probleem, storing, schijf, netwerk, databank, klus, oppakken',
  'regarde, regarder, regarderai, commence, resous, resoudre, repare, solutionne, tourne, penche, jette un oeil,  verifie, verifier, prends, prendre, prend, gere, gerer, occupe, occuper, charge, connecte, connecter, demarre, demarrer',
  'allume, allumer, ordi, ordinateur, pc, portable, ecran, clavier, reveille, reveillee, debout, leve, lever, lance, lancer, attaque, traite, traiter',
  'dispo, disponible, ligne, route, chemin, arrive, analyse, analyser, creuse, creuser, cherche, chercher, intervient, interviens, serveur',
  'disque, reseau, base, sauvegarde, coup, oeil, jette, jeter, verif, voir, vois, mets, mettre, depanne, colle, dossier, boulot, maison',
  'schau, schaue, schauen, schauen, nachschauen, reinschauen, luege, lueg, luegs, geh ran, anschauen, ansehen, anpacken, packe, erledige, lose, klare, bearbeite,  guck, gucke, gucken, check, checke, checken, prufe, pruefe, prufen, sehe, sehen, nehme, nehmen, nimm, ubernehme, uebernehme',
  'ubernehmen, ubernommen, mache, mach, machen, kummere, kuemmere, kummern, fahre hoch, hochfahren, starte, starten, logge, loggen, einloggen, verbinde',
  'rechner, laptop, notebook, pc, schreibtisch, bildschirm, konsole, wach, zuhause, unterwegs, dran, drauf, dabei, arbeite, arbeiten, behebe, untersuche',
  'lose, loese, analysiere, einwahl, wahle, waehle, vorfall, stoerung, platte, datenbank, netzwerk, bereit, setz, setze, klemm, klemme',
];

/** Words that say nothing about who and whether: articles, prepositions, adverbs. */
const plain: readonly string[] = [
  'mee, slag, cool, gezien, vu, vue, gesehen, seen, saw, read, gelezen, lu, ontvangen, reveil, melding, nehms, machs, schaus, need, needs, brauche, brauch, nodig, besoin, faut, op, aan, ga, gaan, kom, komen, los, zit, up, home, here, go, going, get, getting, coming, way, ein, an, rein, ran, drum, darum, suis, vais, vas, main, cas, zaak, thuis, hause, service, site, bureau, mine, rekening, kosten, boot, deze, dees, geh, gehe, am, zien, dort, the box, box, toch, dadelijk, ons, our, next, rechtstreeks, koffie, coffee, cafe, kaffee, eerst even, sitting, behind, hinter, front, derriere, re, m, d, vom, zur, ans, aufs, nach, re looking, there, soon as, nul, tantot, hands, mains, commence, commencer, redescends, beginne, anfangen, fange, werd, wird',
  'i, im, i m, ive, ve, ll, ill, me, my, myself, m, a, an, the, it, its, this, that, one, on, in, at, to, into, with, from, for, of, by, and, so, just, now',
  'right, away, straight, quickly, quick, immediately, asap, currently, already, still, will, shall, am, is, be, been, have, had, has, give, gimme, about, around, over',
  'there, then, first thing, minute, minutes, min, sec, secs, second, seconds, moment, few, couple, hour, time, alarm, alert, incident, page, message, got, yet up, everything, all, what, s, let, lets, see, incoming, back, too, also, bit, morning, night, evening, hi, thanks',
  'ik, k, kben, kga, kzal, kzie, mij, me, mijn, m n, mn, de, het, t, een, n, dit, dat, die, deze, er, eens, even, ff, effe, effen, eventjes, op, in, aan, naar, met, van',
  'uit, voor, over, bij, om, te, en, dan, nu, direct, meteen, onmiddellijk, snel, gauw, rap, al, net, nog, ook, wel, hoor, zeker, gewoon, gelijk, vlug, asap, zo snel, mogelijk',
  'ben, heb, had, is, wordt, zal, geef, minuut, minuten, minuutje, minuutjes, min, sec, seconden, ogenblik, momentje, uur, tijd, zelf, alles, alarm, melding, bericht, daar, hier, ne, nen, den, da, dees, ist, tis, es, keer, ik zie, zie, oppakken, verder, beneden, boven',
  'je, j, me, m, moi, mon, ma, mes, le, la, les, l, un, une, des, d, de, du, ce, c, ca, cet, cette, en, y, a, au, aux, sur, dans, pour, par, avec, et, la, tout, suite, de suite',
  'immediatement, directement, maintenant, rapidement, vite, encore, deja, juste, bien, suis, ai, ete, est, fais, faire, viens, donne, minute, minutes, min, temps, heure, instant, secondes, alerte, alarme, incident, message, qu, que, chez, devant, derriere, sous, la bas, aussi, bon, bonne, alors, allez, voila, dessus, quelques, petite, petit',
  'ich, mich, mir, mein, meine, meinen, meinem, i, der, die, das, dem, den, des, s, es, ein, eine, einen, einem, auf, in, im, am, an, zu, zum, zur, mit, von, vor, um, fur, fuer',
  'und, jetzt, sofort, direkt, schnell, schon, noch, auch, mal, grad, gerade, eben, kurz, bin, hab, habe, hatte, ist, wird, werde, gib, geb, brauche, minute, minuten, min, sek, sekunden, stunde, zeit, alarm, meldung, nachricht, hier, da, sache, schnellstmoglich, selbst, selber, alles, mach s, ma, des, dass, de, wohl, nun, halt, amol, grod, ned so',
];

const listOf = (lines: readonly string[]) =>
  lines.flatMap((line) => line.split(', ').flatMap((words) => words.split(' ')));

const workWords: ReadonlySet<string> = new Set(listOf(work));

const plainWords: ReadonlySet<string> = new Set(listOf(plain));

/** Whether a word is about work on an incident. */
export function isWork(word: string): boolean {
  return workWords.has(word);
}

/** Whether a word changes nothing about a yes. */
export function isHarmless(word: string): boolean {
  return workWords.has(word) || plainWords.has(word);
}

/** What a word or phrase does in a customer's answer. A `no` may belong to the next word, as in "no problem". */
export type CustomerUse =
  | 'grant'
  | 'ok'
  | 'refuse'
  | 'plainNo'
  | 'no'
  | 'wait'
  | 'neutral'
  | 'greeting'
  | 'thanks'
  | 'sign';

/** In small letters without accents. An apostrophe is a space, but "don't" is "dont". */
const wordsByUse: Readonly<Record<CustomerUse, readonly string[]>> = {
  grant: [
    'yes, yep, yeah, yup, yess, yes do it, go, go ahead, go for it, please proceed, proceed, do it, please do, approved, approve, i approve',
    'we approve, granted, agreed, agree, i agree, we agree, you may, you can, you can go ahead, you may proceed, you have my consent',
    'you have our consent, you have my approval, you have our approval, i consent, we consent, consent given, permission granted, green light',
    'fine by me, fine with me, fine with us, that is fine, that s fine, thats fine, sounds good, confirmed, i confirm, we confirm, all right, alright',
    'no problem, no objection, no objections, no worries, absolutely, definitely, of course, for sure, please go ahead, ja, jaja, jawel, ja hoor, ja zeker, jazeker',
    'akkoord, ik ga akkoord, ga akkoord, wij gaan akkoord, we gaan akkoord, ik ben akkoord, wij zijn akkoord, we zijn akkoord, volledig akkoord, voor akkoord',
    'doe maar, doe het, doe het maar, doe dat maar, doe maar op, ga je gang, ga uw gang, gaat uw gang, ga maar, ga maar door, ga maar verder, ga ervoor, gaat u gang',
    'is goed, dat is goed, tis goed, t is goed, is oke, dat is oke, is ok, dat is ok, goedgekeurd, toegestaan, dat mag, het mag, mag, je mag, jullie mogen, u mag, mag zeker, mag van mij, uiteraard, natuurlijk, tuurlijk',
    'geen probleem, geen bezwaar, in orde voor mij, in orde voor ons, bevestigd, ik bevestig, wij bevestigen, oui, ouais, accord, d accord, daccord, dac',
    'je suis d accord, nous sommes d accord, on est d accord, c est d accord, c est ok, c est bon, c est bon pour moi, c est bon pour nous, allez y, vas y, allez, vous pouvez y aller, vous pouvez, tu peux',
    'tu peux y aller, faites, faites le, fais le, approuve, approuvee, autorise, autorisee, accorde, accordee, je confirme, nous confirmons, on confirme, confirme, feu vert, bien sur, pas de probleme, aucun probleme',
    'pas de souci, pas de soucis, aucun souci, sans probleme, sans souci, j autorise, nous autorisons, j approuve, ok pour moi, ok pour nous, einverstanden, ich bin einverstanden, wir sind einverstanden, genehmigt',
    'ich stimme zu, wir stimmen zu, stimme zu, zugestimmt, machen sie das, machen sie es, machen sie, mach das, mach mal, mach es, macht das, macht mal, tun sie es, geht klar, geht in ordnung, in ordnung',
    'passt, das passt, passt so, kein problem, keine einwande, gern, gerne, sehr gern, klar, na klar, sie durfen, sie konnen, ihr durft, ihr konnt, du kannst, freigegeben, freigabe erteilt, erlaubt, bestatigt, ich bestatige, los, legen sie los, leg los',
    'jawohl, selbstverstandlich, nur zu, jo, joa, jep',
  ],
  ok: ['ok, okay, oke, okey, oki'],
  refuse: [
    'refused, refuse, i refuse, we refuse, denied, deny, declined, decline, rejected, not approved, not agreed, not granted',
    'i dont agree, i do not agree, we dont agree, we do not agree, do not, dont, dont do it, do not do it, dont do that, please dont, not ok',
    'not okay, not allowed, dont touch it, dont restart, do not restart, ga niet akkoord, wij gaan niet akkoord, we gaan niet akkoord, ik ben niet akkoord',
    'doe het niet, doe dat niet, mag niet, dat mag niet, niet goed, geweigerd, weiger, ik weiger, wij weigeren, afgekeurd, niet goedgekeurd',
    'geen akkoord, geen toestemming, je suis pas d accord, nous ne sommes pas d accord, on n est pas d accord, je refuse, nous refusons, on refuse, refusee',
    'ne faites pas, ne faites pas ca, ne faites rien, ne touchez a rien, faites pas, ich bin nicht einverstanden, abgelehnt, ich lehne ab, wir lehnen ab, lehne ab, verweigert, nicht genehmigt, nicht machen',
    'bitte nicht, machen sie das nicht, mach das nicht, keine zustimmung, keine freigabe, kein ok, no ok, pas ok, niet ok, nicht ok, bloss nicht',
  ],
  plainNo: [
    'not yet, not now, rather not, no way, no go, absolutely not, not tonight, not today, niet doen, nog niet, nu niet, niet nu',
    'liever niet, zeker niet, absoluut niet, vandaag niet, vannacht niet, niet akkoord, ik ga niet akkoord, pas d accord',
    'je ne suis pas d accord, pas encore, pas maintenant, pas ce soir, plutot pas, surtout pas, pas question, nicht einverstanden',
    'noch nicht, jetzt nicht, nicht jetzt, lieber nicht, auf keinen fall, heute nicht',
    'nope, nah, nee, neen, nee hoor, nee dank u, non, nan, nein, ne, no no, nee nee, non merci, nein danke, no thanks, no thank you, nee bedankt',
  ],
  no: ['no'],
  wait: [
    'wait, wacht, wachten, attends, attendez, warte, warten sie, warten, hold on, hold, moment, een moment, un instant, un moment, einen moment',
  ],
  neutral: [
    'please, pls, aub, alstublieft, alsjeblieft, svp, s il vous plait, s il te plait, bitte, code, request, aanvraag, verzoek, demande, anfrage, nummer',
    'number, numero, nr, for, voor, pour, fur, fuer, it, het, hoor, graag, that, this, dat, dit, ca, das, es, from our side, from my side, van ons, van mij, voor mij, voor ons, for us, for me, pour moi, pour nous, fur mich, fur uns',
    'wat mij betreft, wat ons betreft, van onze kant, langs onze kant, de mon cote, de notre cote, en ce qui me concerne, von unserer seite, von meiner seite, von uns aus, meinerseits, meinetwegen, as far as i am concerned, with that, with the restart, with the reboot',
    'with it, the restart, restart, restart it, reboot, the reboot, met de herstart, met de reboot, herstart, herstarten, de herstart, om te herstarten, herstart maar, reboot maar, met de failover, failover, the failover, le redemarrage, redemarrage, redemarrer, pour le redemarrage, avec le redemarrage, redemarrez',
    'neustart, den neustart, zum neustart, mit dem neustart, neu starten, mit, now, right now, nu, meteen, direct, maintenant, tout de suite, jetzt, sofort, gleich jetzt, right away, immediately, you, u, hereby, hierbij, hiermit, par la presente, zeker, snel, quickly, vite, schnell, our side',
  ],
  greeting: [
    'hi, hello, hey, good morning, good evening, hallo, dag, goedemorgen, goedenavond, goeienavond, goedenacht, bonjour, bonsoir',
    'guten morgen, guten abend, salut, moin, gruezi, servus',
  ],
  thanks: [
    'thanks, thank you, thx, bedankt, dank je, dank u, dank u wel, dankjewel, merci, merci beaucoup, danke, vielen dank, danke schon',
  ],
  sign: [],
};

/** What each word or phrase of a customer's answer does. */
export const customerPhrases: ReadonlyMap<string, CustomerUse> = new Map(
  Object.entries(wordsByUse).flatMap(([use, lines]) =>
    lines.flatMap((line) => line.split(', ').map((words) => [words, use as CustomerUse] as const)),
  ),
);

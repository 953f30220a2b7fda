/**
 * How people say it, as patterns over plain words with one space between them. `NAME` is one to three words. A pattern
 * stands between the beginning, a space, and the end of a clause.
 */

const competence =
  'netwerk|network|reseau|netz|netzwerk|database|databank|db|dba|base de donnees|bdd|datenbank|linux|windows|unix|storage|opslag|stockage|speicher|security|beveiliging|securite|sicherheit|cloud|vmware|mail|voip|telefonie|firewall|backup|kubernetes|k8s|infra|systems?|dev|support';

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'u');

const inside = (pattern: string) => new RegExp(`(?:^| )(?:${pattern})(?= |$)`, 'u');

const name = '(?<name>[a-z][a-z0-9]*(?: [a-z][a-z0-9]*){0,2}?)';

const it =
  '(?:het|dit|deze|dees|hem|em|m|t|s|it|this|that|ca|le|la|l|cela|es|das|den|ihn|maar|alles|everything|tout|de|the|incident|alarm|fall|zaak|case|graag|bitte|please|pls|svp|stp|aub)';

const manners =
  '(?:vanaf nu|ab jetzt|ab sofort|from now on|from now|from here|a partir de maintenant|aub|alsjeblieft|please|pls|svp|stp|bitte|graag|maar|dan|now|nu|maintenant|jetzt|thanks|bedankt|merci|danke)';

const before =
  '(?:ok|oke|okay|ja|oui|yes|sorry|ik|i|je|ich|wil|zou|will|would like to|want to|veux|voudrais|mochte|kan je|can you|peux tu|peut on|kannst du|bitte|please|graag|mag|dan|ga|vais|werde|m|im|j)';

const giving =
  'geef|geeft|geven|gegeven|doorgeven|doorgegeven|geef door|overdragen|overgedragen|overdracht|overgeven|overzetten|doorzetten|doorschuiven|doorsturen|draag over|draag|overlaten|laat|laten over|schuif|zet|stuur|speel|hand over|handing over|handover|hand|handing|handed over|pass|passing|give|giving|transfer|transferring|assign|reassign|forward|delegate|passe|passer|passe la main|passe le relais|je passe la main|donne|donner|transfere|transferer|transmets|transmettre|cede|ceder|confie|confier|refile|attribue|attribuer|assigne|assigner|ubergeben|ubergabe|ubergib|ubergebe|uebergeben|uebergabe|uebergebe|gib|gebe|geben|weitergeben|weiterleiten|abgeben|ubertrage|ubertragen';

const particle = '(?:over|door|on|off|la main|le relais|weiter|ab|rueber|rober|uber)';

/** "Geef aan Bram", "hand over to Bram", "passe la main à Bram", "Übergabe an Bram". */
const givenTo = whole(
  `(?:${before} )*(?:${giving})(?: ${it}| ${particle})* (?:aan|naar|to|a|au|an|bij|op) ${name}(?: ${particle}| ${manners}| over te dragen| ubergeben| weiter)*`,
);

const givenWithout = whole(`(?:${before} )*(?:assign|reassign|assigne)(?: ${it})* ${name}(?: ${manners})*`);

const takes =
  'neemt(?: het| dit| deze| m| em| hem| t)? over|neemt(?: het| m| t)?(?: van (?:me|mij))? over|zal(?: het)? overnemen|gaat(?: het)? overnemen|overneemt|takes(?: it| this)? over|takes over(?: from me| from here| now)?|(?:is|s) taking(?: it| this)? over|will take(?: it| this)? over|takes it from here|reprend(?: la main| le relais| l incident| ca)?|prend(?: le relais| la releve| la suite| la main)|va (?:re)?prendre(?: le relais| la suite| la main)?|ubernimmt(?: das| es| ab jetzt| ab hier| jetzt| den fall| von mir| ihn)?|uebernimmt(?: das| es| jetzt)?|macht(?: ab)? (?:jetzt )?weiter|doet (?:het )?verder|is mijn aflossing|lost mij af|lost me af|me releve|lost mich ab|loest mich ab';

const takenBy = whole(`(?:${before} )*${name} (?:${takes})(?: ${manners}| van mij| from me)*`);

const handOverAlone = whole(
  `(?:ik )?(?:over|overdragen|overdracht|overgave|hand over|handover|handing over|passe la main|je passe la main|passage de main|passer|releve|passation|ubergabe|ubergeben|uebergabe|uebergeben|ablosung|aflossing)(?: ${manners}| a la suite| aan de volgende| to (?:the )?next(?: one)?| au suivant| an den nachsten)*`,
);

/** "Geef door aan de volgende". */
const givenToNext = whole(
  `(?:${before} )*(?:${giving})(?: ${it}| ${particle})* (?:aan|naar|to|a|au|an) (?:de |the |den |dem |die |la |le |mijn |my |mon |meinen )?(?:volgende|next|next one|next shift|next person|suivant|suivante|nachsten|nachste schicht|aflossing|releve|ablosung|opvolger|nachfolger)(?: ${manners})*`,
);

const overTo = whole(
  `(?:a transferer|a passer|over|naar over|overdracht|transfert|handover|hand over) (?:naar|aan|to|a|an|vers) ${name}(?: ${manners})*`,
);

export const handOvers = { givenTo, givenWithout, takenBy, overTo, handOverAlone, givenToNext };

/** "A7K naar Bram": only with a code. */
export const sentTo: RegExp = whole(`(?:naar|to|vers) ${name}`);

/** Words about handing over, when nothing clearer was said. */
export const maybeHandOver: RegExp = inside(
  'overdragen|overdracht|overnemen|neemt over|neemt het over|doorgeven|hand over|handover|handing over|take over|takes over|takeover|prend le relais|prendre le relais|passe la main|reprendre|ubergeben|ubergabe|ubernimmt|uebergabe|uebernimmt|ablosen|aflossen|reassign|assign',
);

/** Somebody is wanted beside the sender. */
export const additions: readonly RegExp[] = [
  whole(
    `(?:\\w+ ){0,3}(?:iemand|someone|somebody|quelqu un|jemand|jemanden|collega|collegue|kollege|kollegen|hulp|help|aide|hilfe) (?:van|vd|from|of|de|du|des|vom|von|aus|fur)(?: de| het| the| la| l| le| der| dem)? (?<name>${competence})(?: \\w+){0,3}`,
  ),
  whole(
    `(?<name>${competence})(?: team| ploeg| equipe| iemand| guy| persoon| person| mensen| engineer| specialist)?(?: er)?(?: ook)? (?:erbij|bij|dazu|hinzu|mee|nodig|needed|aussi|too|as well|please|aub|svp|bitte|hinzuziehen|dazuholen|dazuschalten)(?: \\w+){0,2}`,
  ),
  whole(
    `(?:i |we |ik |je |ich |wij |nous )?(?:need|needs|heb|hebben|besoin|besoin de|besoin du|besoin d|ai besoin de|ai besoin du|ai besoin d|brauche|brauchen|want|wil|wilt|il faut|il me faut|il nous faut)(?: ook| de| het| the| a| an| un| une| le| la| l| einen| eine| den| die| das| hulp van| help from| aide de| hilfe von)* (?<name>${competence})(?: \\w+){0,3}`,
  ),
  whole(
    `(?:add|page|get|wake|include|involve|voeg|haal|roep|bel|ajoute|ajoutez|appelle|appelez|previens|reveille|hol|ruf|dazu|contacteer|verwittig|zet|neem)(?: ook| also| aussi| auch| the| de| het| le| la| l| den| die| das| someone from| iemand van| quelqu un du| quelqu un de la| jemand vom| jemanden vom| too)* (?<name>${competence})(?: team| ploeg)?(?: erbij| toe| too| in| up| an| dazu| hinzu| aussi| ook| please| aub| svp| bitte| op)*`,
  ),
  whole(
    `(?:kan|can|could|peut|peux|kann|konnte|pourrait|est ce que)(?: er)?(?: ook)? ${name}(?: me| mij| m| mir| nous| ons)?(?: even| ook| aussi| auch| too| mal| er| y)*(?: (?:meekijken|helpen|bijspringen|erbij komen|erbij|join|help|have a look|look too|aider|regarder aussi|se joindre|rejoindre|helfen|mitschauen|dazukommen|dazustossen|assist|assister))(?: \\w+)?`,
  ),
  whole(
    `(?:i |we |ik |je |ich )?(?:heb|hebben|need|brauche|brauchen|besoin de|besoin d|ai besoin de|ai besoin d)(?: ook| aussi| auch)? ${name}(?: er)?(?: ook)?(?: erbij| bij)? (?:nodig|too|as well|erbij|dazu|here|aussi|ook|auch)`,
  ),
  whole(`(?:ai )?(?:besoin de|besoin d|need|brauche|brauch) ${name}(?: ${manners})*`),
  whole(`(?:get|bring|call|page) ${name} (?:on this|on it|in on this|in)(?: ${manners}| too| as well)*`),
  whole(
    `${name} (?:er ook bij|er ook|erbij|ook erbij|erbij halen|erbij roepen|erbij nemen|erbij aub|dazuholen|dazu holen|dazunehmen|hinzuziehen|dazu|hinzufugen|hinzufuegen|toevoegen|en renfort|en plus)(?: ${manners})*`,
  ),
  whole(
    `(?:add|ajoute|ajoutez|ajouter|rajoute|voeg|include|invite|loop in|bring in|pull in|hol|hole|ruf|rufe|nimm|fuge|fuege|haal|roep|zet|neem|doe|fais venir|faites venir|appelle|appelez|get)(?: ook| also| aussi| auch)? ${name} (?:erbij|toe|too|as well|aussi|dazu|hinzu|ook|in|en renfort|er ook bij|er bij|bij)(?: ${manners})*`,
  ),
  whole(
    `(?:${before} )*(?:add|ajoute|ajoutez|ajouter|rajoute|toevoegen|include|loop in|bring in|pull in|fais venir|faites venir)(?: ook| also| aussi)? ${name}(?: to the incident| too| also| aan het incident| a l incident)?(?: ${manners})*`,
  ),
];

/** Pages management. */
export const bossPatterns: RegExp =
  /^(?:\w+ ){0,4}(?:management|manager|managers|mgmt|boss|baas|bazin|chef|cheffe|directie|directeur|direction|responsable|leidinggevende|verantwoordelijke|superieur|hierarchie|vorgesetzte|vorgesetzter|vorgesetzten|leitung|teamleiter|teamlead|supervisor|escaleren|escaleer|escaleert|escalade|escalader|escaladez|escalate|escalating|escalation|escalatie|eskaliere|eskalieren|eskaliert|eskalation|opschalen|baas van wacht|duty manager|geschaftsfuhrung)(?: \w+){0,4}$/u;

export const seriousPatterns: RegExp = inside(
  '(?:zeer |heel |erg |very |really |tres |vraiment |sehr |wirklich |echt |super |p1 |major |ca devient |c est |het is |dit is |this is |it s |es ist |das ist |wordt |ist )*(?:ernstig|kritiek|kritisch|serious|critical|grave|critique|ernst|major incident|groot incident|incident majeur|major|majeur|grossstorung|schwerwiegend|schwerer vorfall|p1|sev1|sev 1|prio 1|catastrophe|ramp)',
);

export const notSeriousPatterns: RegExp = inside(
  '(?:not|isnt|isnt that|niet|nie|pas|nicht|ned|non|no longer|niet meer|niet langer|plus|nicht mehr|not that|not so|not really|not a|niet zo|niet echt|pas si|pas tres|pas vraiment|nicht so|niks|niets|rien de|toch niet|n est plus|n est pas)(?: \\w+){0,1} (?:ernstig|ernstigs|kritiek|kritisch|serious|critical|grave|critique|ernst|major|majeur|groot incident|schwerwiegend|p1|major incident|incident majeur)',
);

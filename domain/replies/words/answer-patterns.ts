/** How people decline, end and ask, as patterns over the plain words of a clause. */

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'u');

const start = (pattern: string) => new RegExp(`^(?:${pattern})(?= |$)`, 'u');

const inside = (pattern: string) => new RegExp(`(?:^| )(?:${pattern})(?= |$)`, 'u');

/** After "I cannot" without a comma. Another verb would say what else is not possible: "I can't log in". */
const afterCannot =
  'sorry|nu|vandaag|vannacht|vanavond|momenteel|komen|helpen|overnemen|opnemen|oppakken|nemen|werken|want|omdat|wegens|bij|weg|ik|ben|zit|heb|op|onderweg|thuis|aub|voor|tot|right|tonight|today|now|at|because|i|im|on|in|make|help|come|take|do|either|ce|maintenant|la|cette|aujourd|pour|car|parce|je|desole|desolee|venir|aider|prendre|le|m|intervenir|actuellement|heute|jetzt|gerade|leider|weil|bin|ich|kommen|helfen|ubernehmen|uebernehmen|momentan|diese|dieses|wegen|bis';

const cannot =
  '(?:ik |k )?k?kan (?:(?:nu|er|vandaag|vannacht|vanavond|momenteel|helaas|echt|absoluut|even|ff|het|dit|deze|spijtig genoeg|jammer genoeg|m|em|zelf|hier) )*(?:niet|nie|ni|onmogelijk)|kannie|kunnen niet|(?:ik )?(?:ga|zal|gaat|zou)(?: het| dit| er| m)* (?:niet|nie)(?: kunnen| lukken| gaan)?|(?:het |t |dat )?(?:lukt|gaat|past)(?: me| mij| hier| nu| vandaag| vannacht| echt| helaas)* (?:niet|nie)|(?:i )?(?:really |just |sorry )?(?:cant|cannot|can not|wont be able to|am not able to|m not able to|im not able to|not able to|couldnt|unable to)|(?:je |j |moi )?(?:ne |n )?(?:peux|pourrai|pourrais|saurais)(?: vraiment| malheureusement)? (?:pas|plus)|(?:je )?(?:ne )?suis pas en mesure|(?:ich |i )?(?:kann|konnte|ko)(?: es| das| jetzt| gerade| grad| leider| heute| momentan| echt| wirklich| hier| im moment| da)* (?:nicht|ned|net|nid|nit|keinen|keine)|(?:das |es )?(?:geht|klappt|passt)(?: jetzt| gerade| grad| leider| heute| bei mir| echt| hier| im moment)* (?:nicht|ned|net|nid|nit)';

const cannotAlone = new RegExp(
  `^(?:sorry |helaas |leider |desole |desolee |malheureusement |unfortunately |euh |spijtig |jammer |ach |oh |oei |ah |excuses |non |nee |nein |no |wir |we )*(?:${cannot})(?:$| (?:${afterCannot})(?= |$))`,
  'u',
);

const unavailable = inside(
  [
    '(?:niet|nie|ni) (?:meer )?(?:beschikbaar|bereikbaar|in staat|van (?:de )?(?:wacht|dienst|permanentie)|op wacht|in dienst|van dienst|aan de beurt|aan zet|mijn (?:wacht|dienst|beurt|shift|week)|mijn probleem|voor mij|aan mij|thuis|fit|nuchter)',
    'geen (?:wacht|dienst|permanentie|laptop|pc|computer|tijd|zin|internet|wifi|bereik|beschikbaarheid|4g)(?: bij| mee| hier)?|zonder (?:laptop|pc|internet)|uit dienst|buiten dienst|laptop (?:niet bij|thuis|kapot)|heb(?: mijn)? laptop niet|mag niet rijden',
    'pas (?:dispo|disponible|de garde|d astreinte|mon tour|ma garde|ma semaine|mon astreinte|joignable|en service|chez moi|d ordi|d ordinateur|de pc|de laptop|en etat|mon probleme|a la maison|de connexion|de reseau ici|possible|moi|pour moi|libre|le temps|en poste|concerne)|plus (?:de garde|d astreinte|disponible)|sans (?:ordi|pc|laptop|connexion)|injoignable',
    '(?:nicht|ned|net|nid) (?:mehr )?(?:verfugbar|im dienst|in bereitschaft|erreichbar|zuhause|zu hause|daheim|meine (?:schicht|bereitschaft|woche)|mein (?:dienst|problem)|zustandig|moglich|dienstfahig|fahrtuchtig|fur mich|nuchtern|eingeteilt|dran heute|an der reihe)',
    'keine? (?:bereitschaft|zeit|laptop|rechner|dienst|rufbereitschaft|internet|pc|netz|empfang|notebook)|kein(?:en)? (?:laptop|rechner|dienst|computer|pc|empfang|bock)|ohne (?:laptop|rechner|internet)|verhindert',
    '(?:not|no longer|im not|isnt|wasnt) (?:on call|oncall|available|on duty|my (?:shift|turn|week|problem|rota)|on shift|at home|near (?:a|my) (?:laptop|computer|pc)|me|for me|at my (?:desk|computer|laptop)|on the rota|scheduled|sober|fit|well)|off (?:duty|shift|call)|no (?:laptop|computer|pc|internet|wifi|coverage|access to a laptop|time)|without (?:a |my )?(?:laptop|computer|pc)|unavailable|indisposed|tied up',
    '(?:bin|ben|suis|i m|im|am) (?:raus|out for (?:tonight|today)|hors jeu|hors service)|\\d* ?(?:miles|km|kilometers?|kilometres?) (?:away|weg|d ici|entfernt)|indisponible|unabkommlich|^(?:niet|pas|nicht|ned|not|nie) (?:vandaag|nu|vannacht|vanavond|deze week|ce soir|aujourd hui|cette nuit|maintenant|heute|jetzt|diese woche|tonight|today|now|this week)|(?:mijn|ma|meine|mein|my|de|la) (?:wacht|dienst|shift|garde|astreinte|permanence|bereitschaft|schicht|on call|week) (?:is|est|ist|zit|has|hat|s) (?:gedaan|voorbij|over|om|erop|al voorbij|al gedaan|terminee|finie|fini|vorbei|zu ende|aus|ended|done|finished)|out of town|niet in het land|pas (?:mon|mes) (?:ordi|ordinateur|pc|laptop|affaires)|(?:mijn )?laptop ligt (?:thuis|op)|(?:nicht|ned|net) (?:daheim|dihei|dahei|daham|vor ort|am rechner|im lande)|^(?:niet ik|not me|pas moi|nicht ich|ik niet|moi pas|moi non|ich nicht)$|(?:niet|not|pas|nicht) (?:de juiste|the right|la bonne|der richtige|die richtige|the one)(?: (?:persoon|person|personne|on call))*|^(?:pas cette fois|not this time|deze keer niet|diesmal nicht)|(?:plus|niet meer|no longer|not|nicht mehr|pas)(?: (?:dans|in|on|im))(?: (?:l|het|the|dit|this))? (?:equipe|team)|^(?:dat |das |dit )?(?:kan|kann) (?:ik|ich) (?:nu |helaas |leider |gerade |heute )*(?:niet|nicht|nie)|(?:hab|habe|heb|ben|bin|am|i m|im) (?:heute |vandaag |today |on my |een |a )*(?:frei|vrij|day off|off today|dagje vrij)|jour de (?:conge|repos)|(?:kids?|kind|kinderen|baby|zoon|dochter|enfants?|bebe|fils|fille|sohn|tochter|kinder) (?:is|are|zijn|est|sont|ist|sind) (?:sick|ziek|malades?|krank)|^(?:i )?pass$|not working (?:today|tonight|now)|(?:bin|ben|suis|im|i m|am) (?:nicht|niet|pas|not) (?:da|hier|daar|la|here|around)|(?:hab|habe|heb|ai|have)(?: [a-z]+)? (?:urlaub|verlof|vakantie|conge|conges|holiday|vacation)|(?:op|in|en|dans|on|im|auf|a|at|naar)(?: (?:een|the|a|l|un|une|einer|einem|dem|de|het|la|le|my|mijn))* (?:vlieger|vliegtuig|avion|plane|flight|flieger|flugzeug|cinema|bioscoop|kino|trouwfeest|trouw|mariage|wedding|hochzeit|begrafenis|enterrement|funeral|beerdigung|feest|feestje|fete|party|concert|konzert|theater)|onbeschikbaar|onbereikbaar|onmogelijk|impossible|unmoglich',
  ].join('|'),
);

const incapable = inside(
  '(?:bier(?:e|en|tjes?)?|beers?|pint(?:en|jes?|s)?|wein|wijn|wine|verres?|bieres?|glas) (?:te veel|de trop|too many|zu viel|zuviel|op)|(?:te veel |trop |too much |zu viel |zuviel )?(?:gedronken|getrunken|had (?:a few |some )?(?:drinks|beers)|been drinking|trop bu|bu quelques|drunk|dronken|zat|betrunken|besoffen|bourre|j ai bu|ivre)|(?:ben|lig|bin|ich bin|im|i m|i am|am|feeling|suis|je suis|kben|zit|zelf|super|echt|erg|heel|very) (?:ook |zelf |erg |heel |te |too |so |very |trop |zu |sehr |doodziek |gerade |gewoon |even |nu )*(?:ziek|malade|krank|sick|ill|geblesseerd|blesse|verletzt|unwell|doodziek|geveld|grieperig)|lieg(?:e)? (?:krank|mit)|lig (?:ziek|met)|^(?:ziek|malade|krank|sick)|covid|corona|griep|koorts|fievre|grippe|fieber|migraine|flu|food poisoning|ziekenhuis|hopital|krankenhaus|hospital|spoed|urgences|clinique|aux urgences|bevalling|ziekteverlof|arret maladie|krankgeschrieben|maternite|ziekenbriefje',
);

const away =
  '(?:op|met|in) (?:vakantie|verlof|reis)|(?:en|aux) (?:vacances|conge|conges|voyage|deplacement|rtt)|im urlaub|in urlaub|on (?:holiday|vacation|leave|pto|parental leave)|abroad|(?:in het )?buitenland|a l etranger|im ausland|in den ferien';

/** On holiday. Machines say that as well, in more words. */
export const isAwayOnly: RegExp = whole(
  `(?:(?:ik|k|ben|kben|nu|zit|ik ben|je|j|suis|chuis|ich|bin|grad|gerade|noch|i|m|im|am|still|currently|nog|nog altijd|encore|actuellement|sorry|euh|desole|desolee|leider|helaas|tot|momenteel) )*(?:${away})(?: \\w+){0,2}`,
);

const someoneElse = inside(
  '(?:bel|vraag|neem|pak|probeer|contacteer|zoek|laat|stuur|page|ask|call|try|get|find|need|appelle|appelez|appeler|demande|demandez|prends|prenez|contacte|contactez|trouve|trouvez|essaie|essayez|vois avec|voyez avec|frag|fragt|fragen sie|ruf|ruft|rufen sie|nimm|nehmt|such|sucht|versuch|versucht|kan|moet|geef)(?: [a-z]+){0,2} (?:iemand anders|ander iemand|een ander|een andere|nen andere|anderen|someone else|somebody else|anyone else|another (?:person|engineer|one)|quelqu un d autre|un autre|une autre|un collegue|jemand anders|jemanden anders|jemand anderen|jemand anderem|jemand andern|wen anders|einen anderen|andere|anderer|anderem|the next(?: one| person)?|next one|de volgende|le suivant|la suivante|den nachsten|de secundaire|the secondary|secondary|backup|de tweede|le second|le secondaire|den zweiten)|^(?:iemand anders|someone else|somebody else|quelqu un d autre|jemand anders)(?: (?:aub|please|svp|bitte|graag|moet|pls|zoeken|bellen|vragen|nemen|alsjeblieft|alstublieft|stp))*$|^(?:volgende|next|suivant|nachster|der nachste|de volgende|next one|next person|au suivant)(?: (?:aub|please|svp|bitte|graag|pls|dan maar|alstublieft))*$|(?:den nachsten|die nachste|jemand anderen|jemand anders|iemand anders|de volgende|quelqu un d autre|someone else|den kollegen|un autre) (?:anrufen|bellen|vragen|nemen|fragen|appeler|nehmen|rufen|oproepen|pakken|kontaktieren|contacter)|sla (?:mij|me) over|skip me|passez au suivant|passe mon tour|je passe mon tour|je passe|passe mich|uberspring mich|ubersprin\\w+|laat mij|verkeerde persoon|wrong (?:person|guy|number)|mauvaise personne|mauvais numero|falsche person|verkeerd nummer|falsche nummer|je bent verkeerd|leave me out|count me out|i pass|ik pas|ik sla over',
);

export const declines = { cannotAlone, unavailable, incapable, someoneElse };

/** "Vraag bram": a no, and a wish. */
export const askInstead: RegExp = whole(
  '(?:sorry |nee |no |non |nein |liever |better |besser |please |bitte |mieux |plutot )*(?:vraag|bel|probeer|neem|contacteer|page|ask|call|try|get|appelle|appelez|demande|demandez|contacte|contactez|essaie|essayez|vois avec|voyez avec|voir avec|frag|fragt|ruf|ruft|versuch|versucht|kontaktier|nimm)(?: het| it| ca| es| plutot| eens| maar| dan| lieber| doch| liever| bitte| a| aan| bij| mal| even)* (?<name>[a-z][a-z0-9]*(?: [a-z][a-z0-9]*)??)(?: an| maar| dan| eens| instead| plutot| lieber| bitte| aub| please| svp| stp| in plaats| liever| please| in my place| a ma place| statt mir| in mijn plaats)*',
);

/** "No" before one of these words declines nothing. */
export const noThing: RegExp = start(
  'no (?:fix|eta|boss|signal|alarm|repair|solution|problem|problemo|problems|prob|probs|pb|pbs|worries|idea|rush|doubt|need|more|longer|issue|issues|change|changes|error|errors|alarm|alarms|news|update|response|reply|answer|luck|one|reason|kidding|matter|details|info|code|page|customer|yes|ok|comment|biggie|stress|sweat|clue|disk|space|logs|data|backup|impact|traffic|downtime|such|joke|fun|ack|pain|shit)',
);

/** How a yes and a no begin. */
export const leads = {
  yes: /^(?:(?:hi|hallo|hoi|hey|hello|bonjour|bonsoir|salut|moin|servus|gruezi|euh|goed|prima|top|super|alright|great) )*(?:ja|jaja|jawel|jazeker|joa|jo|jep|jup|yes|yess|yep|yup|yeah|yea|ya|aye|oui|ouais|ouep|ouaip|ok|oke|okay|okey|oki|okido|okidoki|roger|copy|copy that|ack|acked|sure|tuurlijk|natuurlijk|bien sur|klar|jawohl|jawoll|jau|jop|jap|passt|da accord|d acc|d accord|dac|entendu|akkoord|accord|acknowledged|acked|copy|noted|correct|c est parti|parfait|perfect|bien recu|recu|well received|received|roger that|copy that|affirmative|affirmatif|10 4|begrepen|verstanden|compris|recu|c est bon|ca va|ca marche|ca roule|tis goed?|t is goed|is goed|in ordnung|alles klar|geht klar|komt in orde|bien recu|ontvangen|got it|will do)(?= |$)/u,
  no: /^(?:(?:yeah |yea |ja )(?=nope|nah))?(?:(?:hi|hallo|hoi|hey|hello|bonjour|bonsoir|salut|sorry|euh|moin|helaas|leider|desole|oei|oh|ah|ach|pfff?|spijtig|jammer|excuses|pardon) )*(?:no|nope|nop|nah|nee|neen|neeje|neeh|ne|nee hoor|non(?! plus)|nan|nein|nei|noe|no no|nee nee|nee sorry|non non|nein nein|negative|negatif|negatief|njet|nee dank)(?= |$)/u,
} as const;

/** How people ask. */
export const questions = {
  list: whole(
    '(?:geef |toon |show |send |gib |montre |een |de |the |la |my |mijn |mes |meine |alle |all )*(?:lijst|list|liste|overzicht|overview|ubersicht|uebersicht|apercu|open|openstaande|openstaand|open incidents|open incidenten|incidents|incidenten|vorfalle|incidents ouverts|openstaande incidenten|offene vorfalle|open alarms|open alarmen|alarmen|codes)(?: aub| please| svp| bitte| open| ouverts| offen)*|(?:wat|welke|what|which|what s|whats|quels|quelles|quoi|qu est ce qui|was|welche)(?: [a-z]+){0,3} (?:open|openstaan|openstaat|ouvert|ouverts|ouvertes|offen|pending|running|en cours)(?: [a-z]+){0,2}',
  ),
  numbers: whole(
    '(?:(?:de|the|les|le|die|welke|which|what|wat|is|are|quel|quels|quelle|est|sont|geef|give|me|mij|stuur|send|donne|moi|need|i|ik|heb|je|tel|phone|contact|zijn|alle|all|bel|ich|brauche|van|mon|mijn|s|gib|mir|what s|toon|show) ){0,4}(?:nummers|nummer|numbers|number|telefoonnummer|telefoonnummers|telefoon|phone|phones|numero|numeros|telephone|telephones|nummern|telefonnummer|telefonnummern|telefon|gsm|tel|contacts|contacten|kontakte)(?: (?:of|van|de|du|des|von|vom|the|management|primary|secondary|bram|klant|customer|client|kunde|aub|please|svp|bitte|nodig|is|on|call|wacht|garde|astreinte|bereitschaft|contact|center|der|den|het|la|l|le|mag|ik|have|lijst|list)){0,4}',
  ),
  link: whole(
    '(?:(?:de|the|le|den|een|a|un|ein|geef|give|me|mij|stuur|send|donne|envoie|moi|need|i|ik|heb|je|ich|brauche|gib|mir|schick|wat|what|quel|is|s|est|is er|toon|show|heb je|can|you|kan|get|where|waar|ou) ){0,4}(?:link|links|url|lien|liens|adres|webadres|dashboard|runbook)(?: (?:of|van|de|du|zu|zum|to|the|naar|vers|alarm|het|aub|please|svp|bitte|nodig|dashboard|alarme|l|grafana|for|voor|pour|incident)){0,4}',
  ),
  help: whole(
    '(?:help|hulp|aide|hilfe|commands|commandos|commandes|befehle|opties|options|menu|usage|syntax|uitleg commandos|sos)(?: me| please| aub| svp| bitte| pls)?|(?:hoe werkt (?:dit|dat|het)|wat kan ik (?:allemaal )?(?:antwoorden|doen|sturen|zeggen|typen)|wat moet ik (?:antwoorden|doen|sturen)|hoe (?:moet|kan) ik antwoorden|how does (?:this|it) work|what can i (?:reply|do|say|send|answer)|how (?:do|can) i (?:reply|answer)|what (?:do|should) i (?:reply|answer|do)|comment ca marche|que puis je (?:repondre|faire)|comment (?:repondre|je reponds)|que dois je (?:repondre|faire)|je reponds quoi|was kann ich (?:antworten|tun|schreiben|machen)|wie funktioniert (?:das|es)|was soll ich (?:antworten|tun|machen|schreiben)|wie antworte ich|welche (?:befehle|antworten))(?: [a-z]+){0,2}',
  ),
  status: whole(
    '(?:[a-z]+ ){0,2}(?:status|statut|statuts|stand|etat|situatie|situation|stavaza|toestand|lage|sitrep)(?: (?:of|van|de|du|von|vom|please|aub|svp|bitte|report|update|actuel|zaken|van zaken|des choses|der dinge|is|now|nu|jetzt|incident|alarm|l|le|la|the|het|dem))*|(?:hoe staat het|hoe zit het|hoever staat|hoe ver staat|hoe ver|hoever|where are we|how is it going|how s it going|hows it going|how is it|any news|any update|any progress|nog nieuws|is er nieuws|ou en est|ou en sommes|ou ca en est|ca en est ou|on en est ou|des nouvelles|du nouveau|wie sieht es aus|wie sieht s aus|wie siehts aus|wie steht es|wie steht s|wie ist der stand|gibt es neues|gibt s was neues|was neues|is it still|is het nog|still open|still down|how long|hoe lang|hoelang|wanneer|when|quand|wann|combien de temps|wie lange|what s the status|whats the status)(?: [a-z]+){0,5}',
  ),
  who: whole(
    '(?:ok |en |and |et |und |hallo |hi |maar |but |dus |so |hey |euh |a |ah |mais |oui |sorry |weet je |c est |do you know |do we know |est ce qu on sait )*(?:wie|who|whos|who s|whose|qui|qu est ce qui|wer|wem|door wie|par qui|by whom|van wie|chez qui|a qui|bij wie|bei wem|von wem|is er al iemand|is er iemand|is er nog iemand|heeft er al iemand|heeft iemand|is anyone|is anybody|is someone|is somebody|has anyone|has anybody|has somebody|has someone|did anyone|anyone|anybody|somebody|quelqu un est|quelqu un s|quelqu un a|est ce que quelqu un|y a quelqu un|y a t il quelqu un|ist jemand|ist schon jemand|hat jemand|hat schon jemand|macht das jemand|kummert sich|jemand dran|iemand bezig|iemand mee bezig)(?! (?:are you|es tu|etes vous|etes|bist du|sind sie|ben je|ben jij|cares|is this|is dit|is dat|bent u))(?: [a-z0-9]+){0,7}',
  ),
  info: whole(
    '(?:ok |hallo |hi |hey |en |et |and |und |euh |sorry |nog |geef |give |send |show |gib |donne |donnez |besoin d |besoin de |need |ik |i |je |ich |me |mij |moi |mir |wat |some |mehr |meer |more |plus d |plus de |please |graag |kan je |can you |peux tu |kannst du |bitte |wil |want |brauche |voudrais |veux |des |les |de |the |extra |which |quels |kan ik |mag ik |can i |puis je |kann ich |darf ich |get |krijgen |avoir |haben )*(?:info|infos|information|informations|informatie|informationen|detail|details|detailles|einzelheiten|gegevens|context|contexte|uitleg|explication|explications|bijkomende info|toelichting)(?! (?:is|est|ist) )(?: [a-z0-9]+){0,4}|(?:ok |hallo |hi |hey |euh |huh |wtf |en |et |and |und |sorry |maar |mais |aber |but )*(?:wat(?! een)|what(?! a)|whats|what s|quoi|quel|quelle|quels|quelles|qu|que|qu est ce|c est quoi|kesako|was(?= (?:ist|war|gibt|hat|fur|bedeutet|passiert|genau|los|geht|konkret|heisst|denn|alarm|problem)|$)|welk|welke|which|waar|where|waarover|waarom|why|pourquoi|warum|wieso|worum|um was|om wat|ou ca|a quel|de quoi|de quel|c est a quel|c est quel|wo|welcher|welches|hoe erg|hoe ernstig|how bad|how serious|how big|sinds wanneer|since when|depuis quand|seit wann|over welke|over wat|tell me more|vertel|il se passe quoi|il y a quoi|ca concerne|sagt mir|es geht um was)(?: [a-z0-9]+){0,8}',
  ),
};

/** What people say who take an incident, as patterns over plain words. */

/** Begins a clause in which the sender says what they do. */
export const firstPerson: RegExp =
  /^(?:(?:ok|oke|ja|yes|oui|en|and|et|und|dan|nu|so|alors|allez|bon|goed|well|hi|hallo|sorry) )*(?:ik|k|kga|kzal|kben|kzit|i|im|ive|ill|je|j|chuis|ich|ben(?! on| is)|bin|zit|zal|suis|m en|m y|i ll|we zijn|we re)(?= |$)/u;

/** What the sender does, when they say it in the first person. */
export const does: RegExp =
  /(?:^| )(?:kijk|kijken|bekijk|zien|los|los op|pak op|al bezig|mee bezig|voor mijn rekening|neem|nemen|pak|start|check|log|duik|spring|begin|begonnen|fix|regel|onderzoek|behandel|ermee|eraan|erop|aan de slag|regarde|regarder|prends|m occupe|m en occupe|colle|commence|resous|repare|penche|tourne|je checke|solutionne|occuper|gere|connecte|connecter|charge|verifie|verifier|traite|traiter|analyse|interviens|intervenir|lance|demarre|demarrer|attaque|voir|debout|dessus|m y mets|m y colle|(?:achter|aan) (?:mijn |m n |de |het |mn )?(?:laptop|pc|computer|scherm|bureau)|am (?:rechner|pc|laptop|schreibtisch)|devant (?:mon |l |le )?(?:pc|ordi|ordinateur|ecran)|sur (?:mon|le) (?:pc|ordi|ordinateur)|at (?:my|the) (?:laptop|desk|keyboard|computer|pc)|schau|schaue|schauen|luegs|luege|geh ran|fahre|rein|packe|erledige|bearbeite|klare|guck|gucke|nehme|ubernehme|uebernehme|ubernehm|mache|mach|mach s|kummere|kuemmere|prufe|pruefe|starte|logge|dran|drauf|dabei|online|en ligne|aan het (?:zoeken|kijken|werken|onderzoeken|inloggen|opstarten|checken)|on this one|on this|awake|inloggen|inlog|opstarten|checken|uitzoeken|einloggen|eingeloggt|prufen|pruefen|anschauen|nehms|machs|schaus|aan het kijken|aan het werken|auf dem weg zum rechner|auf dem weg zum laptop|hop|hopping|dealing|sorting|tackling|booting|responding|look|looking|check|checking|take|taking|handle|handling|investigating|working|on it|jump|jumping|dive|diving|log|logging|pick|picking|start|starting|grab|grabbing|connect|connecting|opening|get on it|sort|fix|investigate|onderweg|on my way|got it|got this|have this)(?= |$)/u;

/** What only somebody says who works on it or begins to. */
export const worksAlone: RegExp =
  /^(?:(?:already|al|deja|schon|nu|now|currently|meteen|direct|still|nog) )*(?:kijk|bekijk|(?:pak|neem|doe|kijk|regel|check|fix|los|start|begin|zoek)(?: het| dit| deze| m)? (?:ik|k)|(?:mach|mache|nehm|nehme|schau|schaue|ubernehm|ubernehme|guck|prufe|kummer|kummere)(?: das| es)? (?:ich|i|mi)|on my (?:laptop|pc|computer)|fahre (?:den |meinen )?(?:rechner|laptop|pc)|guck$|schau$|guck (?:rein|nach)|schau rein|ermee bezig|ben onderweg|schaue|gucke|ubernehme|uebernehme|kummere mich|kuemmere mich|prufe|logge mich|starte|nehme|looking|checking|taking|handling|investigating|working on|jumping|diving|logging|picking|grabbing|connecting|on it|on my way|opening|starting|booting|hopping|tackling|dealing with|sorting|responding|at my (?:desk|laptop|computer|pc)|at (?:the|my) keyboard|begin eraan|start|wird erledigt|wird gemacht|gehe ran|schau (?:ich )?nach|schau ich|schaue nach|mach ich|mache ich|i luegs|luegs|al bezig|al mee bezig|aan de slag|dessus|en route|m en occupe|m y mets|start (?:mijn |m n |even )?(?:laptop|pc)|will look|will check|will take|will handle)(?= |$)/u;

export const outOfBed: RegExp =
  / ?(?:kom|kruip|spring|stap|get|getting|got|just got|jumping|sors|saute|viens de sortir|raus|steig|springe|komme)? ?(?:net |juste |grad |gerade |just )?(?:uit (?:mijn |m n |het )?bed(?:je)?|out of bed|du lit|de mon lit|aus dem bett|aus m bett)/u;

/** In a moment. Beside what the sender does, it puts nothing off. */
export const soon: RegExp =
  /(?<= |^)(?:glei|zo ?meteen|zo dadelijk|zo direct|zo|gleich|in a (?:sec|second|moment|minute)|dans (?:un instant|une seconde|deux secondes)|right away|asap|so schnell wie moglich|zo snel mogelijk)(?= |$)/gu;

/** Behind a yes: it will be done. */
export const ledOnly: RegExp =
  /^(?:hoor )?(?:komt goed|komt voor (?:me|el)kaar|kan ik doen|zal ik doen|doe ik|wird gemacht|ca marche|kan ik|i can|je peux|kann ich|mach ich|voor mij|pour moi|fur mich|ik ben er|je suis la|bin da|i m here|im here)$/u;

/** What the sender looks at, and who they are: no question. */
export const theMatter: RegExp =
  /(?: |^)(?:(?:naar |even )?wat er (?:aan de hand|mis|scheelt|gebeurt|loos)(?: is)?|wat het is|what(?: is|s| s) (?:going on|wrong|up|happening)|ce qui se passe|ce qu il y a|ce que c est|was (?:da )?los ist|was (?:da )?ist|was passiert(?: ist)?|(?:pc|laptop|computer|rechner|ordi) (?:is|est|ist|s) (?:al |already |deja |schon )?(?:aan het opstarten|en train de demarrer|am hochfahren|booting|starting)|en train de|c est moi qui|worum es geht)(?= |$)/gu;

/** Before a yes it is polite. */
export const praise: RegExp =
  /^(?:ugh fine|fine|ugh|na gut|goed|prima|top|bon|bien(?! sur)|gut|great|alright|good|super|perfect|parfait|oke dan|hey|hi|hallo|bonjour|bonsoir|salut|moin) /u;

/** Of these the sender says that they do it. */
export const ourselves: RegExp =
  /(?:^| )(?:joining the call|join the call|on the call|in the call|call in|in de call|fahre (?:den |meinen |mal )?(?:rechner|laptop|pc|kiste) (?:hoch)?)(?= |$)/u;

const agrees =
  'ja|jo|yes|yep|yup|yeah|oui|ok|oke|okay|goed|prima|top|cool|gut|bon|bien|super|c est bon|c bon|ca marche|ca roule|alles klar|tis goe|tis goed|t is goed|is goed|ist gut|geen probleem|no problem|no worries|pas de souci|pas de soucis|pas de probleme|kein problem|kein ding|kein thema|kein stress|keine sorge|geen stress|laat maar komen|moment|momentje|vu|gezien|compris|begrepen|verstanden|recu|boss|baas|chef|hoor|me';

const agreesBefore =
  'jaja|jawel|jep|ouais|gerne|parfait|alright|great|fine|een moment|un instant|dan|allez|so|also|ich|ik|moi';

/** Several words of agreement before what the sender does: "ja prima", "ok ça marche", "kein Problem". */
export const leadRun: RegExp = new RegExp(
  `^(?!(?:boss|baas|chef|me|ich|ik|moi|hoor|dan|so|also)(?: |$))(?:(?:${agrees}|${agreesBefore}) )*(?:${agrees})(?= |$)`,
  'u',
);

/** "Give me 10 min to think about it": not yet a yes. */
export const undecided: RegExp =
  /(?:^| )(?:decide|think|beslissen|nadenken|bedenken|reflechir|decider|uberlegen|nachdenken|entscheiden)(?= |$)/u;

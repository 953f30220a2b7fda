import type {
  ConsentTexts,
  CustomerTexts,
  NoticeTexts,
  PageTexts,
  SpokenTexts,
  TaskTitles,
  TestTexts,
} from './shape.ts';

// All that people read and hear in Dutch. Braces stand for what is filled in.

/** A page to an engineer, by SMS. */
export const page: PageTexts = {
  howToAnswer: 'Antwoord ja/nee',
  callCustomer: 'Bel klant: {name} {number} ({language}).',
  howToAnswerWithCode: 'Antwoord {code} ja/nee',
};

/** What engineers and management are told by SMS. */
export const notices: NoticeTexts = {
  acknowledged:
    '{code} staat op jouw naam tot {until}. Klaar? Antwoord {code} opgelost. Vergissing? Antwoord {code} undo.',
  acknowledgedInstead:
    '{code} staat op jouw naam tot {until}, in plaats van {by}. Klaar? Antwoord {code} opgelost. Vergissing? Antwoord {code} undo.',
  acknowledgedByOther: '{code}: {by} heeft het tot {until}.',
  declined: '{code}: genoteerd dat je niet kunt. Toch nemen? Antwoord {code} ja.',
  over: '{code} is voorbij: de bron meldt dat alles weer in orde is.',
  overBy: '{code} is voorbij, zegt {by}.',
  undone: '{code}: je antwoord is ingetrokken. Toch nemen? Antwoord {code} ja.',
  undoneYours: '{code}: je laatste antwoord is ingetrokken. Het staat nog op jouw naam tot {until}.',
  undoneBy: '{code}: je antwoord is ingetrokken. {by} heeft het tot {until}.',
  yoursAgain: '{code} staat weer op jouw naam tot {until}: {by} heeft het teruggegeven.',
  nothingToUndo: '{code}: je hebt niets dat je kunt intrekken.',
  nowCritical: '{code} is nu kritiek: {summary}',
  nowHigh: '{code} is nu dringend: {summary}',
  overByYou: '{code}: genoteerd, het is voorbij. Toch niet? Antwoord {code} undo binnen 10 minuten.',
  reopened: '{code} is weer open sinds {at}.',
  reopenedYours: '{code} is weer open sinds {at}. Het staat op jouw naam tot {until}.',
  endUndone: '{code} is weer open zoals het was: het oproepen gaat verder.',
  endUndoneYours: '{code} is weer open zoals het was. Het staat op jouw naam tot {until}.',
  endUndoneBy: '{code} is weer open zoals het was. {by} heeft het tot {until}.',
  ackExpired: '{code}: je tijd is om, het oproepen begint weer. Nog 30 minuten? Antwoord {code} ja 30.',
  which: '{incidents}? Antwoord met de code erbij, zoals {first} {word}.',
  'mayMean yes': '{code}: neem je het? Antwoord {code} ja.',
  'mayMean until': '{code}: tot wanneer? Antwoord {code} ja 30, met jouw minuten.',
  'mayMean no': '{code}: kun je niet? Antwoord {code} nee.',
  'mayMean undo': '{code}: je antwoord intrekken? Antwoord {code} undo.',
  'mayMean update': '{code}: hoelang duurt het nog? Antwoord {code} nog 30, met jouw minuten.',
  'mayMean done': '{code} opgelost? Antwoord {code} opgelost.',
  'mayMean boss': '{code}: het management erbij vragen? Antwoord {code} boss.',
  'mayMean add': '{code}: wie moet erbij? Antwoord {code} erbij en de naam.',
  'mayMean consent': '{code}: de klant om akkoord vragen? Antwoord {code} akkoord: en wat je wilt doen.',
  takeOver: '{code}: {by} heeft het tot {until}. Overnemen? Antwoord {code} ja.',
  whichPerson: '{code}: {names}? Schrijf de volledige naam.',
  severalTaken: '{codes} staan op jouw naam. Antwoord met een code en undo om er een terug te geven.',
  severalDeclined: '{codes}: genoteerd, anderen worden gevraagd.',
  severalOver: '{codes}: genoteerd, allemaal voorbij.',
  notUnderstood: 'Niet begrepen. Antwoord ja of nee met de code van het incident.',
  notUnderstoodAbout: '{code}: niet begrepen. Antwoord {code} ja of {code} nee.',
  unknownCode: '{code} is geen code van een open incident. Kijk de code even na.',
  alreadyOver: '{code} is al voorbij. Je hoeft niets te doen.',
  alreadyOverUndo: '{code} is om {at} verholpen. Toch niet? Antwoord {code} undo.',
  alreadyOverLate: '{code} is om {at} verholpen. Toch niet? Bel het contactcenter, zij openen het weer.',
  notOver: '{code} is al open.',
  nothingOpen: 'Er wacht geen incident op jouw antwoord. Een incident nemen? Antwoord met de code en ja.',
  joined: '{code}: je werkt eraan mee, samen met {by}. Toch niet? Antwoord {code} undo.',
  joinedBy: '{code}: {by} werkt er ook aan.',
  updated: '{code}: genoteerd, klaar om {until}. Tot dan staat het op jouw naam.',
  updatedBeside: '{code}: genoteerd, klaar om {until}. {by} heeft het.',
  notOnIt:
    '{code}: het contactcenter kon je niet bereiken, iemand anders wordt gevraagd. Ben je toch bezig? Antwoord {code} ja.',
  asked: '{code}: {whom} wordt nu gevraagd om mee te werken.',
  handOverAsked: '{code}: {whom} wordt gevraagd om over te nemen. Er verandert niets tot {whom} ja zegt.',
  managementAsked: '{code}: de manager van wacht wordt nu gevraagd.',
  shiftEnds:
    '{code}: je wacht is om, {by} heeft nu wacht. Overdragen? Antwoord {code} over. Anders houd jij het.',
  shiftBegins: '{incidents}: nog open. Je hebt nu wacht, tot {until}.',
  colleagueCannot: '{code}: {by} kan niet. Iemand anders vragen? Antwoord {code} erbij en de naam.',
  serious: '{code} is nu ernstig: de manager van wacht en beide engineers worden gevraagd.',
  notSerious: '{code} is niet ernstig meer.',
  decisionWanted: '{code}: wat heb je met de klant afgesproken? Antwoord {code} beoordeling en je woorden.',
  decisionStored: '{code}: genoteerd wat jij en de klant hebben afgesproken.',
  consentAsked: '{code}: de klant wordt om akkoord gevraagd. Doe niets voor je het antwoord hebt.',
  consentGranted: '{code}: {by} gaat AKKOORD. Je mag dit doen: {action}.',
  consentGrantedAfterRefusal:
    '{code}: {by} gaat AKKOORD. Let op: {refusedBy} weigerde dit eerder. Het gaat om: {action}.',
  consentToDecide: '{code}: klant niet bereikt, jij beslist. Antwoord {digits} ja of {digits} nee: {action}.',
  consentDecided: '{code}: klant niet bereikt. {by} beslist: {action}.',
  consentRefused: '{code}: {by} gaat NIET akkoord. Doe dit niet: {action}.',
  consentExpired: '{code}: GEEN akkoord, niemand heeft op tijd geantwoord. Doe dit niet: {action}.',
  customerWrote: '{code}: {by} (klant) schrijft: {words}',
  promiseBroken: '{code}: {customer} is niet op tijd ingelicht. Neem zelf contact op.',
  info: '{code} {customer} ({service}), sinds {at}: {summary}',
  whoHasIt: '{code}: {by} heeft het tot {until}.',
  whoIsAsked: '{code}: niemand heeft het. Gevraagd: {names}.',
  nobodyAsked: '{code}: niemand heeft het. De volgende oproep vertrekt om {at}.',
  help: 'Je kunt schrijven: info, wie, lijst, nummers, nog 30, opgelost, undo, boss. Bij meer incidenten met de code ervoor.',
  numbers: '{code}, van wacht: {people}.',
  openIncidents: '{incidents}: open voor jou.',
  noneOpen: 'Er staat geen incident voor jou open.',
};

/** What is said in a call, and after its key. */
export const spoken: SpokenTexts = {
  alarm: 'Permanence. Alarm {code}. {about}, om {time}.',
  answer: 'Druk {yes} om het te nemen, {no} als je niet kunt.',
  smsFails: 'Sms werkt niet.',
  reach: 'Bel {who}.',
  withNumber: '{name} op {number}',
  reachNobody: 'Niemand van wacht heeft het aangenomen.',
  confirm: 'Druk {yes} als je dit gehoord hebt.',
  acknowledged: 'Je antwoord is opgeslagen. {code} staat op jouw naam.',
  declined: 'Je antwoord is opgeslagen. Je wordt voor {code} nu niet meer gevraagd.',
  confirmed: 'Opgeslagen. Dank je.',
  over: '{code} is al voorbij.',
  wrongDigit: 'Deze toets geldt niet. Er is niets opgeslagen. Antwoord per sms.',
  notStored: 'Je antwoord kon niet worden opgeslagen. Antwoord per sms of bel het contactcenter.',
  notConfirmed: 'Dit kon niet worden opgeslagen. Bel toch wie van wacht is.',
};

/** What a customer is told, by SMS and by an operator. */
export const customers: CustomerTexts = {
  sms: {
    copy: 'alarm bij {service}, {since}: {what}.',
    incident: 'storing bij {service} sinds {since}.',
    again: 'opnieuw storing bij {service} sinds {since}.',
    repairTime: 'storing bij {service} sinds {since}.',
    over: 'de storing bij {service} is om {end} verholpen.',
    wasAndIsOver: 'er was een storing bij {service} sinds {since}. Ze is om {end} verholpen.',
    decided: 'we konden je niet bereiken. {by} heeft beslist: {what}.',
  },
  spoken: {
    hello: 'Goedendag, je spreekt met {company}. Het gaat over {service}, incident {code}.',
    copy: 'Er is een alarm sinds {since}: {what}.',
    incident: 'Er is een storing sinds {since}.',
    again: 'De storing is terug sinds {since}.',
    repairTime: 'De storing van {since} is nog niet verholpen.',
    over: 'De storing is om {end} verholpen.',
    wasAndIsOver: 'Er was een storing sinds {since}. Ze is om {end} verholpen.',
    decided:
      'We konden je niet bereiken om je akkoord te vragen. {by} heeft daarom beslist: {what}. De reden: {reason}.',
    more: 'We houden je op de hoogte.',
    question: 'Heb je nog een vraag?',
  },
  next: {
    called: 'Een technicus wordt opgeroepen.',
    acknowledged: 'Een technicus is ermee bezig.',
    managed: 'We zijn ermee bezig.',
    expected: 'Verwachte oplossing: {until}.',
    unknown: 'Wanneer het opgelost is, weten we nog niet.',
  },
  folded: '(+{count} andere)',
};

/** A customer's consent: the question, and what an answer is answered. */
export const consent: ConsentTexts = {
  asks: '{code}: {by} vraagt je akkoord:',
  refusedBefore: '({by} weigerde dit eerder)',
  answer: 'Antwoord {digits} ja of {digits} nee.',
  receipts: {
    granted: 'Je akkoord is opgeslagen en doorgegeven. Dank je.',
    refused: 'Genoteerd: je gaat niet akkoord. Het gebeurt niet.',
    late: 'Deze vraag heeft al een antwoord of is vervallen: je bericht verandert niets. Twijfel je? Bel {number}.',
    unclear:
      'Niet begrepen. Vroegen we je akkoord? Antwoord met de vier cijfers van de vraag en ja of nee. Iets anders? Bel {number}.',
    words: 'We hebben je bericht en bellen je. Is het dringend? Bel {number}.',
  },
};

/** What operators see of their tasks. */
export const tasks: TaskTitles = {
  confirm: '{who} bereiken en bevestigen',
  'ran out': '{who} bereiken: de tijd van {before} is om',
  look: 'Uitzoeken wat dit is: {why}',
  'tell customer': 'De klant inlichten',
  incident: 'De klant inlichten: storing',
  'repair time': 'De klant inlichten: hersteltijd',
  solution: 'De klant inlichten: opgelost',
  decision: 'De klant inlichten: beslissing',
  'ask consent': 'De klant om akkoord vragen',
  'customer wrote': 'De klant bellen: {who} schreef "{words}"',
};

/** Why an operator must find out what an incident is about, where that is a reason of ours. */
export const lookReasons: Readonly<Record<string, string>> = { 'unknown service': 'onbekende dienst' };

/** A page to oneself. */
export const tests: TestTexts = {
  sms: 'TEST via {region}: er is geen incident. Antwoord: test {digits}',
  call: 'Dit is een test van Permanence via {region}. Er is geen incident. Druk op {digits}.',
  heard: 'De test is gelukt. Er is geen incident.',
};

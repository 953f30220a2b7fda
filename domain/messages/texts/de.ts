import type {
  ConsentTexts,
  CustomerTexts,
  NoticeTexts,
  PageTexts,
  SpokenTexts,
  TaskTitles,
  TestTexts,
} from './shape.ts';

// All that people read and hear in German. Braces stand for what is filled in.

/** A page to an engineer, by SMS. */
export const page: PageTexts = {
  howToAnswer: 'Antworten Sie ja/nein',
  callCustomer: 'Kunde anrufen: {name} {number} ({language}).',
  howToAnswerWithCode: 'Antworten Sie {code} ja/nein',
};

/** What engineers and management are told by SMS. */
export const notices: NoticeTexts = {
  acknowledged:
    '{code}: Sie haben es bis {until} übernommen. Behoben? Antworten Sie {code} erledigt. Irrtum? Antworten Sie {code} undo.',
  acknowledgedInstead:
    '{code}: Sie haben es bis {until} von {by} übernommen. Behoben? Antworten Sie {code} erledigt. Irrtum? Antworten Sie {code} undo.',
  acknowledgedByOther: '{code}: {by} hat es bis {until} übernommen.',
  declined: '{code}: notiert, dass Sie nicht können. Doch übernehmen? Antworten Sie {code} ja.',
  over: '{code} ist vorbei: die Quelle meldet, dass alles wieder in Ordnung ist.',
  overBy: '{code} ist vorbei, sagt {by}.',
  overByYou: '{code}: notiert, es ist behoben. Doch nicht? Antworten Sie {code} undo binnen 10 Minuten.',
  undone: '{code}: Ihre Antwort ist zurückgenommen. Doch übernehmen? Antworten Sie {code} ja.',
  undoneYours: '{code}: Ihre letzte Antwort ist zurückgenommen. Sie haben es weiterhin bis {until}.',
  undoneBy: '{code}: Ihre Antwort ist zurückgenommen. {by} hat es bis {until}.',
  yoursAgain: '{code}: Sie haben es wieder bis {until}. {by} hat es zurückgegeben.',
  nothingToUndo: '{code}: Sie haben nichts, was Sie zurücknehmen können.',
  nowCritical: '{code} ist jetzt kritisch: {summary}',
  nowHigh: '{code} ist jetzt dringend: {summary}',
  reopened: '{code} ist seit {at} wieder offen.',
  reopenedYours: '{code} ist seit {at} wieder offen. Sie haben es bis {until} übernommen.',
  endUndone: '{code} ist wieder offen wie zuvor: die Alarmierung geht weiter.',
  endUndoneYours: '{code} ist wieder offen wie zuvor. Sie haben es bis {until} übernommen.',
  endUndoneBy: '{code} ist wieder offen wie zuvor. {by} hat es bis {until}.',
  ackExpired:
    '{code}: Ihre Zeit ist um, die Alarmierung beginnt wieder. 30 Minuten mehr? Antworten Sie {code} ja 30.',
  which: '{incidents}? Antworten Sie mit dem Code, zum Beispiel {first} {word}.',
  'mayMean yes': '{code}: übernehmen Sie? Antworten Sie {code} ja.',
  'mayMean until': '{code}: bis wann? Antworten Sie {code} ja 30, mit Ihren Minuten.',
  'mayMean no': '{code}: können Sie nicht? Antworten Sie {code} nein.',
  'mayMean undo': '{code}: Ihre Antwort zurücknehmen? Antworten Sie {code} undo.',
  'mayMean update': '{code}: wie lange noch? Antworten Sie {code} noch 30, mit Ihren Minuten.',
  'mayMean done': '{code} erledigt? Antworten Sie {code} erledigt.',
  'mayMean boss': '{code}: das Management dazuholen? Antworten Sie {code} boss.',
  'mayMean add': '{code}: wer soll dazukommen? Antworten Sie {code} dazu und den Namen.',
  'mayMean consent':
    '{code}: den Kunden um Zustimmung bitten? Antworten Sie {code} Zustimmung: und was Sie tun wollen.',
  takeOver: '{code}: {by} hat es bis {until}. Selbst übernehmen? Antworten Sie {code} ja.',
  whichPerson: '{code}: {names}? Schreiben Sie den ganzen Namen.',
  severalTaken: '{codes} haben Sie übernommen. Antworten Sie mit einem Code und undo, um ihn zurückzugeben.',
  severalDeclined: '{codes}: notiert, andere werden gefragt.',
  severalOver: '{codes}: notiert, alle sind vorbei.',
  notUnderstood: 'Nicht verstanden. Antworten Sie ja oder nein mit dem Code des Vorfalls.',
  notUnderstoodAbout: '{code}: nicht verstanden. Antworten Sie {code} ja oder {code} nein.',
  unknownCode: '{code} ist kein Code eines offenen Vorfalls. Bitte prüfen Sie ihn.',
  alreadyOver: '{code} ist schon vorbei. Sie müssen nichts tun.',
  alreadyOverUndo: '{code} wurde um {at} behoben. Doch nicht? Antworten Sie {code} undo.',
  alreadyOverLate: '{code} wurde um {at} behoben. Doch nicht? Rufen Sie bitte das Kontaktcenter an.',
  notOver: '{code} ist schon offen.',
  nothingOpen: 'Kein Vorfall wartet auf Ihre Antwort. Einen übernehmen? Antworten Sie mit Code und ja.',
  joined: '{code}: Sie arbeiten mit {by} daran. Doch nicht? Antworten Sie {code} undo.',
  joinedBy: '{code}: {by} arbeitet auch daran.',
  updated: '{code}: notiert, behoben bis {until}. Bis dahin haben Sie es übernommen.',
  updatedBeside: '{code}: notiert, behoben bis {until}. {by} hat es übernommen.',
  notOnIt:
    '{code}: das Contact Center hat Sie nicht erreicht, jemand anders wird gefragt. Doch dran? Antworten Sie {code} ja.',
  asked: '{code}: {whom} wird jetzt gebeten, mitzuarbeiten.',
  handOverAsked: '{code}: {whom} wird gebeten zu übernehmen. Bis zum Ja ändert sich nichts.',
  managementAsked: '{code}: das Management in Bereitschaft wird jetzt gefragt.',
  shiftEnds: '{code}: Ihr Dienst ist um, jetzt hat {by} Dienst. Abgeben? Antworten Sie {code} übergeben.',
  shiftBegins: '{incidents}: noch offen. Ihr Dienst beginnt jetzt und dauert bis {until}.',
  colleagueCannot: '{code}: {by} kann nicht. Jemand anders? Antworten Sie {code} dazu und den Namen.',
  serious: '{code} ist jetzt schwerwiegend: das Management und beide Techniker werden gefragt.',
  notSerious: '{code} ist nicht mehr schwerwiegend.',
  decisionWanted:
    '{code}: was haben Sie mit dem Kunden vereinbart? Antworten Sie {code} Bewertung und Ihre Worte.',
  decisionStored: '{code}: notiert, was Sie mit dem Kunden vereinbart haben.',
  consentAsked: '{code}: der Kunde wird um Zustimmung gebeten. Tun Sie nichts vor seiner Antwort.',
  consentGranted: '{code}: {by} STIMMT ZU. Sie dürfen dies tun: {action}.',
  consentGrantedAfterRefusal:
    '{code}: {by} STIMMT ZU. Achtung: {refusedBy} hat das vorher abgelehnt. Es geht um: {action}.',
  consentToDecide:
    '{code}: Kunde nicht erreicht, Sie entscheiden. Antworten Sie {digits} ja oder {digits} nein: {action}.',
  consentDecided: '{code}: Kunde nicht erreicht. {by} entscheidet: {action}.',
  consentRefused: '{code}: {by} LEHNT AB. Tun Sie dies nicht: {action}.',
  consentExpired:
    '{code}: KEINE Zustimmung, niemand hat rechtzeitig geantwortet. Tun Sie dies nicht: {action}.',
  customerWrote: '{code}: {by} (Kunde) schreibt: {words}',
  promiseBroken: '{code}: {customer} wurde nicht rechtzeitig informiert. Bitte rufen Sie selbst an.',
  info: '{code} {customer} ({service}), seit {at}: {summary}',
  whoHasIt: '{code}: {by} hat es bis {until} übernommen.',
  whoIsAsked: '{code}: niemand hat es. Gefragt: {names}.',
  nobodyAsked: '{code}: niemand hat es. Der nächste Ruf geht um {at} hinaus.',
  help: 'Sie können schreiben: info, wer, Liste, Nummern, noch 30, erledigt, undo, boss. Bei mehreren Vorfällen mit dem Code davor.',
  numbers: '{code}, in Bereitschaft: {people}.',
  openIncidents: '{incidents}: offen für Sie.',
  noneOpen: 'Für Sie ist kein Vorfall offen.',
};

/** What is said in a call, and after its key. */
export const spoken: SpokenTexts = {
  alarm: 'Permanence. Alarm {code}. {about}, um {time}.',
  answer: 'Drücken Sie {yes}, um ihn zu übernehmen, {no}, wenn Sie nicht können.',
  smsFails: 'SMS funktioniert nicht.',
  reach: 'Rufen Sie {who} an.',
  withNumber: '{name} unter {number}',
  reachNobody: 'Niemand in Bereitschaft hat ihn übernommen.',
  confirm: 'Drücken Sie {yes}, wenn Sie dies gehört haben.',
  acknowledged: 'Ihre Antwort ist gespeichert. Sie haben {code} übernommen.',
  declined: 'Ihre Antwort ist gespeichert. Sie werden für {code} jetzt nicht mehr gefragt.',
  confirmed: 'Gespeichert. Danke.',
  over: '{code} ist schon vorbei.',
  wrongDigit: 'Diese Taste ist nicht gültig. Es wurde nichts gespeichert. Antworten Sie per SMS.',
  notStored:
    'Ihre Antwort konnte nicht gespeichert werden. Antworten Sie per SMS oder rufen Sie das Contact Center an.',
  notConfirmed: 'Dies konnte nicht gespeichert werden. Rufen Sie trotzdem die Bereitschaft an.',
};

/** What a customer is told, by SMS and by an operator. */
export const customers: CustomerTexts = {
  sms: {
    copy: 'Alarm bei {service}, {since}: {what}.',
    incident: 'Störung bei {service} seit {since}.',
    again: 'erneut Störung bei {service} seit {since}.',
    repairTime: 'Störung bei {service} seit {since}.',
    over: 'die Störung bei {service} wurde um {end} behoben.',
    wasAndIsOver: 'Störung bei {service} seit {since}. Sie wurde um {end} behoben.',
    decided: 'wir konnten Sie nicht erreichen. {by} hat entschieden: {what}.',
  },
  spoken: {
    hello: 'Guten Tag, hier ist {company}. Es geht um {service}, Vorfall {code}.',
    copy: 'Es gibt einen Alarm seit {since}: {what}.',
    incident: 'Es gibt eine Störung seit {since}.',
    again: 'Die Störung ist seit {since} wieder da.',
    repairTime: 'Die Störung von {since} ist noch nicht behoben.',
    over: 'Die Störung wurde um {end} behoben.',
    wasAndIsOver: 'Es gab eine Störung seit {since}. Sie wurde um {end} behoben.',
    decided:
      'Wir konnten Sie nicht erreichen, um Ihre Zustimmung einzuholen. {by} hat deshalb entschieden: {what}. Der Grund: {reason}.',
    more: 'Wir halten Sie auf dem Laufenden.',
    question: 'Haben Sie noch eine Frage?',
  },
  next: {
    called: 'Ein Techniker wird gerufen.',
    acknowledged: 'Ein Techniker kümmert sich darum.',
    managed: 'Wir kümmern uns darum.',
    expected: 'Voraussichtlich behoben: {until}.',
    unknown: 'Wann sie behoben ist, wissen wir noch nicht.',
  },
  folded: '(+{count} weitere)',
};

/** A customer's consent: the question, and what an answer is answered. */
export const consent: ConsentTexts = {
  asks: '{code}: {by} bittet um Ihre Zustimmung:',
  refusedBefore: '({by} hat das abgelehnt)',
  answer: 'Antworten Sie {digits} ja oder {digits} nein.',
  receipts: {
    granted: 'Ihre Zustimmung ist gespeichert und weitergegeben. Danke.',
    refused: 'Notiert: Sie stimmen nicht zu. Es wird nicht getan.',
    late: 'Diese Frage ist schon beantwortet oder abgelaufen: Ihre Nachricht ändert nichts. Im Zweifel rufen Sie {number} an.',
    unclear:
      'Nicht verstanden. Geht es um Ihre Zustimmung? Antworten Sie mit den vier Ziffern der Frage und ja oder nein. Sonst rufen Sie {number} an.',
    words: 'Wir haben Ihre Nachricht und rufen Sie an. Ist es dringend? Rufen Sie {number} an.',
  },
};

/** What operators see of their tasks. */
export const tasks: TaskTitles = {
  confirm: '{who} erreichen und bestätigen',
  'ran out': '{who} erreichen: die Zeit von {before} ist um',
  look: 'Herausfinden, was das ist: {why}',
  'tell customer': 'Den Kunden informieren',
  incident: 'Den Kunden informieren: Störung',
  'repair time': 'Den Kunden informieren: Reparaturzeit',
  solution: 'Den Kunden informieren: behoben',
  decision: 'Den Kunden informieren: Entscheidung',
  'ask consent': 'Den Kunden um Zustimmung bitten',
  'customer wrote': 'Den Kunden anrufen: {who} schrieb "{words}"',
};

/** Why an operator must find out what an incident is about, where that is a reason of ours. */
export const lookReasons: Readonly<Record<string, string>> = { 'unknown service': 'unbekannter Dienst' };

/** A page to oneself. */
export const tests: TestTexts = {
  sms: 'TEST über {region}: kein Vorfall. Antworten Sie: test {digits}',
  call: 'Dies ist ein Test von Permanence über {region}. Es gibt keinen Vorfall. Drücken Sie die {digits}.',
  heard: 'Der Test ist gelungen. Es gibt keinen Vorfall.',
};

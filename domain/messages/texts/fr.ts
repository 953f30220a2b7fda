import type {
  ConsentTexts,
  CustomerTexts,
  NoticeTexts,
  PageTexts,
  SpokenTexts,
  TaskTitles,
  TestTexts,
} from './shape.ts';

// All that people read and hear in French. Braces stand for what is filled in.

/** A page to an engineer, by SMS. */
export const page: PageTexts = {
  howToAnswer: 'Répondez oui/non',
  callCustomer: 'Appelez le client: {name} {number} ({language}).',
  howToAnswerWithCode: 'Répondez {code} oui/non',
};

/** What engineers and management are told by SMS. */
export const notices: NoticeTexts = {
  acknowledged:
    "{code} est à votre nom jusqu'à {until}. Réparé? Répondez {code} résolu. Erreur? Répondez {code} undo.",
  acknowledgedInstead:
    "{code} est à votre nom jusqu'à {until}, à la place de {by}. Réparé? Répondez {code} résolu. Erreur? Répondez {code} undo.",
  acknowledgedByOther: "{code}: {by} s'en occupe jusqu'à {until}.",
  declined: '{code}: noté, vous ne pouvez pas. Le prendre malgré tout? Répondez {code} oui.',
  over: "{code} est résolu: la source signale que tout est rentré dans l'ordre.",
  overBy: '{code} est résolu, selon {by}.',
  undone: '{code}: votre réponse est annulée. Le prendre malgré tout? Répondez {code} oui.',
  undoneYours: "{code}: votre dernière réponse est annulée. Il reste à vous jusqu'à {until}.",
  undoneBy: "{code}: votre réponse est annulée. {by} s'en occupe jusqu'à {until}.",
  yoursAgain: "{code} est de nouveau à vous jusqu'à {until}: {by} l'a rendu.",
  nothingToUndo: "{code}: vous n'avez rien à annuler.",
  nowCritical: '{code} est maintenant critique : {summary}',
  nowHigh: '{code} est maintenant urgent : {summary}',
  overByYou: "{code}: noté, c'est résolu. En fait non? Répondez {code} undo dans les 10 minutes.",
  reopened: '{code} est de nouveau ouvert depuis {at}.',
  reopenedYours: "{code} est de nouveau ouvert depuis {at}. Il est à vous jusqu'à {until}.",
  endUndone: '{code} est rouvert tel quel: les appels reprennent.',
  endUndoneYours: "{code} est rouvert tel quel. Il est à vous jusqu'à {until}.",
  endUndoneBy: "{code} est rouvert tel quel. {by} s'en occupe jusqu'à {until}.",
  ackExpired:
    '{code}: votre temps est écoulé, les appels reprennent. 30 minutes de plus? Répondez {code} oui 30.',
  which: '{incidents}? Répondez avec le code, comme {first} {word}.',
  'mayMean yes': '{code}: vous le prenez? Répondez {code} oui.',
  'mayMean until': "{code}: jusqu'à quand? Répondez {code} oui 30, avec vos minutes.",
  'mayMean no': '{code}: vous ne pouvez pas? Répondez {code} non.',
  'mayMean undo': '{code}: annuler votre réponse? Répondez {code} undo.',
  'mayMean update': '{code}: combien de temps encore? Répondez {code} encore 30, avec vos minutes.',
  'mayMean done': '{code} est résolu? Répondez {code} résolu.',
  'mayMean boss': '{code}: appeler la direction? Répondez {code} boss.',
  'mayMean add': '{code}: qui doit vous aider? Répondez {code} ajoute et le nom.',
  'mayMean consent':
    '{code}: demander son accord au client? Répondez {code} accord: et ce que vous voulez faire.',
  takeOver: "{code}: {by} s'en occupe jusqu'à {until}. Prendre le relais? Répondez {code} oui.",
  whichPerson: '{code}: {names}? Écrivez le nom complet.',
  severalTaken: '{codes} sont à votre nom. Pour en rendre un: le code et undo.',
  severalDeclined: "{codes}: noté, d'autres personnes sont appelées.",
  severalOver: '{codes}: noté, tous sont résolus.',
  notUnderstood: "Pas compris. Répondez oui ou non avec le code de l'incident.",
  notUnderstoodAbout: '{code}: pas compris. Répondez {code} oui ou {code} non.',
  unknownCode: "{code} n'est le code d'aucun incident ouvert. Vérifiez le code.",
  alreadyOver: "{code} est déjà résolu. Vous n'avez rien à faire.",
  alreadyOverUndo: '{code} a été résolu à {at}. En fait non? Répondez {code} undo.',
  alreadyOverLate: '{code} a été résolu à {at}. En fait non? Appelez le centre de contact, il le rouvrira.',
  notOver: '{code} est déjà ouvert.',
  nothingOpen: "Aucun incident n'attend votre réponse. Pour en prendre un, répondez avec son code et oui.",
  joined: '{code}: vous y travaillez avec {by}. Erreur? Répondez {code} undo.',
  joinedBy: '{code}: {by} y travaille aussi.',
  updated: '{code}: noté, réparé pour {until}. Il est à votre nom jusque-là.',
  updatedBeside: "{code}: noté, réparé pour {until}. {by} s'en occupe.",
  notOnIt:
    "{code}: le centre de contact n'a pas pu vous joindre, on appelle quelqu'un d'autre. Vous y travaillez? Répondez {code} oui.",
  asked: "{code}: on demande maintenant à {whom} d'y travailler aussi.",
  handOverAsked: '{code}: {whom} est invité à prendre le relais. Rien ne change avant son oui.',
  managementAsked: '{code}: on appelle maintenant le responsable de garde.',
  shiftEnds:
    '{code}: votre garde est finie, {by} prend la garde. Passer le relais? Répondez {code} passer. Sinon vous le gardez.',
  shiftBegins: '{incidents}: encore ouvert. Votre garde commence, fin: {until}.',
  colleagueCannot: '{code}: {by} ne peut pas. Appeler une autre personne? Répondez {code} ajoute et le nom.',
  serious: '{code} est maintenant grave: on appelle le responsable de garde et les deux techniciens.',
  notSerious: "{code} n'est plus grave.",
  decisionWanted: "{code}: qu'avez-vous convenu avec le client? Répondez {code} évaluation et vos mots.",
  decisionStored: '{code}: noté, ce que vous avez convenu avec le client.',
  consentAsked: "{code}: on demande l'accord du client. Ne faites rien avant sa réponse.",
  consentGranted: '{code}: {by} donne son ACCORD. Vous pouvez faire ceci: {action}.',
  consentGrantedAfterRefusal:
    "{code}: {by} donne son ACCORD. Attention: {refusedBy} avait refusé. Il s'agit de: {action}.",
  consentToDecide: '{code}: client non joint, vous décidez. Répondez {digits} oui ou {digits} non: {action}.',
  consentDecided: '{code}: client non joint. {by} décide: {action}.',
  consentRefused: '{code}: REFUS de {by}. Ne faites pas ceci: {action}.',
  consentExpired: "{code}: PAS d'accord, personne n'a répondu à temps. Ne faites pas ceci: {action}.",
  customerWrote: '{code}: {by} (client) écrit: {words}',
  promiseBroken: "{code}: {customer} n'a pas été prévenu à temps. Appelez le client.",
  info: '{code} {customer} ({service}), depuis {at}: {summary}',
  whoHasIt: "{code}: {by} s'en occupe jusqu'à {until}.",
  whoIsAsked: "{code}: personne ne s'en occupe. Appelés: {names}.",
  nobodyAsked: "{code}: personne ne s'en occupe. Le prochain appel partira à {at}.",
  help: 'Vous pouvez écrire: info, qui, liste, numéros, encore 30, résolu, undo, boss. Avec plusieurs incidents, le code avant.',
  numbers: '{code}, de garde: {people}.',
  openIncidents: '{incidents}: ouverts pour vous.',
  noneOpen: "Aucun incident n'est ouvert pour vous.",
};

/** What is said in a call, and after its key. */
export const spoken: SpokenTexts = {
  alarm: 'Permanence. Alarme {code}. {about}, à {time}.',
  answer: 'Tapez {yes} pour la prendre, {no} si vous ne pouvez pas.',
  smsFails: 'Les SMS ne fonctionnent pas.',
  reach: 'Appelez {who}.',
  withNumber: '{name} au {number}',
  reachNobody: "Personne de garde ne l'a prise.",
  confirm: 'Tapez {yes} si vous avez entendu.',
  acknowledged: 'Votre réponse est enregistrée. {code} est à votre nom.',
  declined: 'Votre réponse est enregistrée. On ne vous appelle plus maintenant pour {code}.',
  confirmed: 'Enregistré. Merci.',
  over: '{code} est déjà résolu.',
  wrongDigit: "Cette touche n'est pas valable. Rien n'est enregistré. Répondez par SMS.",
  notStored: "Votre réponse n'a pas pu être enregistrée. Répondez par SMS ou appelez le centre de contact.",
  notConfirmed: "Cela n'a pas pu être enregistré. Appelez quand même la personne de garde.",
};

/** What a customer is told, by SMS and by an operator. */
export const customers: CustomerTexts = {
  sms: {
    copy: 'alarme sur {service}, {since}: {what}.',
    incident: 'panne sur {service} depuis {since}.',
    again: 'nouvelle panne sur {service} depuis {since}.',
    repairTime: 'panne sur {service} depuis {since}.',
    over: 'la panne sur {service} a été résolue à {end}.',
    wasAndIsOver: 'panne sur {service} depuis {since}. Elle a été résolue à {end}.',
    decided: "nous n'avons pas pu vous joindre. {by} a décidé: {what}.",
  },
  spoken: {
    hello: 'Bonjour, ici {company}. Je vous appelle au sujet de {service}, incident {code}.',
    copy: 'Il y a une alarme depuis {since}: {what}.',
    incident: 'Il y a une panne depuis {since}.',
    again: 'La panne est revenue à {since}.',
    repairTime: "La panne de {since} n'est pas encore résolue.",
    over: 'La panne a été résolue à {end}.',
    wasAndIsOver: 'Il y a eu une panne à {since}. Elle a été résolue à {end}.',
    decided:
      "Nous n'avons pas pu vous joindre pour demander votre accord. {by} a donc décidé: {what}. La raison: {reason}.",
    more: 'Nous vous tiendrons au courant.',
    question: 'Avez-vous une question?',
  },
  next: {
    called: 'Un technicien est appelé.',
    acknowledged: "Un technicien s'en occupe.",
    managed: 'Nous nous en occupons.',
    expected: 'Réparation prévue: {until}.',
    unknown: "L'heure de la réparation n'est pas encore connue.",
  },
  folded: '(+{count} autre(s))',
};

/** A customer's consent: the question, and what an answer is answered. */
export const consent: ConsentTexts = {
  asks: '{code}: {by} demande votre accord:',
  refusedBefore: '({by} avait refusé)',
  answer: 'Répondez {digits} oui ou {digits} non.',
  receipts: {
    granted: 'Votre accord est enregistré et transmis. Merci.',
    refused: "Noté: vous n'acceptez pas. Ce ne sera pas fait.",
    late: 'Cette question a déjà une réponse ou a expiré: votre message ne change rien. En cas de doute, appelez le {number}.',
    unclear:
      'Pas compris. Votre accord est demandé? Répondez par les quatre chiffres de la question et oui ou non. Autre chose? Appelez le {number}.',
    words: 'Nous avons votre message et nous vous appelons. Urgent? Appelez le {number}.',
  },
};

/** What operators see of their tasks. */
export const tasks: TaskTitles = {
  confirm: 'Joindre {who} et confirmer',
  'ran out': 'Joindre {who}: le temps de {before} est écoulé',
  look: "Trouver ce que c'est: {why}",
  'tell customer': 'Informer le client',
  incident: 'Informer le client: panne',
  'repair time': 'Informer le client: heure de réparation',
  solution: 'Informer le client: résolu',
  decision: 'Informer le client: décision',
  'ask consent': "Demander l'accord du client",
  'customer wrote': 'Appeler le client: {who} a écrit "{words}"',
};

/** Why an operator must find out what an incident is about, where that is a reason of ours. */
export const lookReasons: Readonly<Record<string, string>> = { 'unknown service': 'service inconnu' };

/** A page to oneself. */
export const tests: TestTexts = {
  sms: "TEST par {region}: pas d'incident. Répondez: test {digits}",
  call: "Ceci est un test de Permanence par {region}. Il n'y a pas d'incident. Appuyez sur {digits}.",
  heard: "Le test a réussi. Il n'y a pas d'incident.",
};

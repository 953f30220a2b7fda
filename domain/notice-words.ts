import type { NoticeWords } from './notice-text.ts';
import type { Language } from './organization.ts';

type Texts = Readonly<Record<NoticeWords, string>>;

const nl: Texts = {
  taken: '{code} is van jou tot {until}. Antwoord undo om terug te draaien.',
  takenInstead: '{code} is van jou tot {until}, in plaats van {by}. Antwoord undo om terug te draaien.',
  takenByOther: '{code}: {by} heeft het tot {until}.',
  declined: '{code}: genoteerd, de volgende wordt gevraagd. Toch nemen? Antwoord {code} ja.',
  declinedNext: '{code}: genoteerd, nu wordt {next} gevraagd. Toch nemen? Antwoord {code} ja.',
  over: '{code} is voorbij: de bron meldt dat alles weer goed is.',
  overBy: '{code} is voorbij, zegt {by}.',
  undone: '{code}: je antwoord is teruggedraaid. Toch nemen? Antwoord {code} ja.',
  nothingToUndo: '{code}: er is niets van jou om terug te draaien.',
  reopened: '{code} is weer open: nieuw alarm om {at}.',
  ackExpired: '{code}: je tijd is om, het oproepen begint weer. Nog 30 minuten? Antwoord {code} ja 30.',
  which: '{codes}? Antwoord met de code erbij, zoals {first} ja.',
  notUnderstood: 'Niet begrepen. Antwoord ja of nee met de code van het incident.',
  notUnderstoodAbout: '{code}: niet begrepen. Antwoord {code} ja of {code} nee.',
  unknownCode: '{code} is geen code van een open incident. Kijk de code even na.',
  alreadyOver: '{code} is al voorbij. Je hoeft niets te doen.',
  nothingOpen: 'Er wacht geen incident op jouw antwoord. Een incident nemen? Antwoord zijn code en ja.',
};

const fr: Texts = {
  taken: "{code} est à vous jusqu'à {until}. Répondez undo pour y renoncer.",
  takenInstead: "{code} est à vous jusqu'à {until}, à la place de {by}. Répondez undo pour y renoncer.",
  takenByOther: "{code}: {by} s'en occupe jusqu'à {until}.",
  declined: '{code}: noté, la personne suivante est appelée. Le prendre malgré tout? Répondez {code} oui.',
  declinedNext: "{code}: noté, c'est {next} qui est appelé. Le prendre malgré tout? Répondez {code} oui.",
  over: '{code} est résolu: la source signale que tout va bien.',
  overBy: '{code} est résolu, selon {by}.',
  undone: '{code}: votre réponse est retirée. Le prendre malgré tout? Répondez {code} oui.',
  nothingToUndo: "{code}: vous n'avez rien à retirer.",
  reopened: '{code} est de nouveau ouvert: nouvelle alarme à {at}.',
  ackExpired:
    '{code}: votre temps est écoulé, les appels reprennent. 30 minutes de plus? Répondez {code} oui 30.',
  which: '{codes}? Répondez avec le code, comme {first} oui.',
  notUnderstood: "Pas compris. Répondez oui ou non avec le code de l'incident.",
  notUnderstoodAbout: '{code}: pas compris. Répondez {code} oui ou {code} non.',
  unknownCode: "{code} n'est le code d'aucun incident ouvert. Vérifiez le code.",
  alreadyOver: "{code} est déjà résolu. Vous n'avez rien à faire.",
  nothingOpen: "Aucun incident n'attend votre réponse. Pour en prendre un, répondez son code et oui.",
};

const de: Texts = {
  taken: '{code} gehört Ihnen bis {until}. Antworten Sie undo, um es zurückzugeben.',
  takenInstead:
    '{code} gehört Ihnen bis {until}, anstelle von {by}. Antworten Sie undo, um es zurückzugeben.',
  takenByOther: '{code}: {by} hat es bis {until}.',
  declined: '{code}: notiert, die nächste Person wird gefragt. Doch übernehmen? Antworten Sie {code} ja.',
  declinedNext: '{code}: notiert, jetzt wird {next} gefragt. Doch übernehmen? Antworten Sie {code} ja.',
  over: '{code} ist vorbei: die Quelle meldet, dass alles wieder gut ist.',
  overBy: '{code} ist vorbei, sagt {by}.',
  undone: '{code}: Ihre Antwort ist zurückgenommen. Doch übernehmen? Antworten Sie {code} ja.',
  nothingToUndo: '{code}: es gibt nichts von Ihnen zurückzunehmen.',
  reopened: '{code} ist wieder offen: neuer Alarm um {at}.',
  ackExpired:
    '{code}: Ihre Zeit ist um, es wird wieder gerufen. 30 Minuten mehr? Antworten Sie {code} ja 30.',
  which: '{codes}? Antworten Sie mit dem Code, zum Beispiel {first} ja.',
  notUnderstood: 'Nicht verstanden. Antworten Sie ja oder nein mit dem Code des Vorfalls.',
  notUnderstoodAbout: '{code}: nicht verstanden. Antworten Sie {code} ja oder {code} nein.',
  unknownCode: '{code} ist kein Code eines offenen Vorfalls. Bitte prüfen Sie ihn.',
  alreadyOver: '{code} ist schon vorbei. Sie müssen nichts tun.',
  nothingOpen: 'Kein Vorfall wartet auf Ihre Antwort. Einen übernehmen? Antworten Sie mit Code und ja.',
};

const en: Texts = {
  taken: '{code} is yours until {until}. Reply undo to give it back.',
  takenInstead: '{code} is yours until {until}, in place of {by}. Reply undo to give it back.',
  takenByOther: '{code}: {by} has it until {until}.',
  declined: '{code}: noted, the next person is asked. Take it after all? Reply {code} yes.',
  declinedNext: '{code}: noted, now {next} is asked. Take it after all? Reply {code} yes.',
  over: '{code} is over: its source says that all is well again.',
  overBy: '{code} is over, says {by}.',
  undone: '{code}: your answer is taken back. Take it after all? Reply {code} yes.',
  nothingToUndo: '{code}: there is nothing of yours to undo.',
  reopened: '{code} is open again: new alarm at {at}.',
  ackExpired: '{code}: your time is up, paging starts again. 30 more minutes? Reply {code} yes 30.',
  which: '{codes}? Reply with the code, like {first} yes.',
  notUnderstood: 'Not understood. Reply yes or no with the code of the incident.',
  notUnderstoodAbout: '{code}: not understood. Reply {code} yes or {code} no.',
  unknownCode: '{code} is not the code of an open incident. Please check it.',
  alreadyOver: '{code} is over already. You need not do anything.',
  nothingOpen: 'No incident is waiting for your answer. To take one, reply its code and yes.',
};

/** What notices say, by language. In braces, what is filled in. No carrier's opt-out word is among them: a test looks. */
export const noticeWords: Readonly<Record<Language, Texts>> = { nl, fr, de, en };

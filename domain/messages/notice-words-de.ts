import type { NoticeTexts } from './notice-keys.ts';

/** What notices say in German. */
export const de: NoticeTexts = {
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
  joined: '{code}: Sie arbeiten mit daran, neben {by}. Antworten Sie undo, um es zurückzugeben.',
  joinedBy: '{code}: {by} arbeitet auch daran.',
  updated: '{code}: notiert, fertig um {until}. Bis dahin gehört es Ihnen.',
  updatedBeside: '{code}: notiert, fertig um {until}. {by} hat es.',
  notOnIt:
    '{code}: das Kontaktcenter hat Sie nicht erreicht, die nächste Person wird gefragt. Doch dran? Antworten Sie {code} ja.',
  asked: '{code}: {whom} wird jetzt dazu gefragt.',
  managementAsked: '{code}: die Leitung in Bereitschaft wird jetzt gefragt.',
  colleagueCannot: '{code}: {by} kann nicht. Jemand anders? Antworten Sie {code} dazu und den Namen.',
  serious: '{code} ist jetzt ernst: Leitung und beide Techniker werden gefragt.',
  notSerious: '{code} ist nicht mehr ernst.',
  assess: '{code}: was haben Sie mit dem Kunden beschlossen? Antworten Sie {code} Bewertung und Ihre Worte.',
  assessed: '{code}: notiert, was Sie und der Kunde beschlossen haben.',
  consentAsked: '{code}: der Kunde wird um Zustimmung gefragt. Tun Sie nichts vor der Antwort.',
  consentGranted: '{code}: {by} gibt die ZUSTIMMUNG. Sie dürfen dies tun: {action}.',
  consentRefused: '{code}: KEINE Zustimmung, sagt {by}. Tun Sie dies nicht: {action}.',
  consentExpired:
    '{code}: keine Zustimmung, niemand hat rechtzeitig geantwortet. Tun Sie dies nicht: {action}.',
  promiseBroken: '{code}: {customer} wurde nicht rechtzeitig informiert. Bitte selbst anrufen.',
  info: '{code} {customer} ({service}), seit {at}: {summary}',
  whoHasIt: '{code}: {by} hat es bis {until}.',
  whoIsAsked: '{code}: niemand hat es. Gefragt: {names}.',
};

import type { Language } from '../organization/organization.ts';

/** What is said on the phone in one language. `{code}` and the like stand for what the call is about. */
export interface SpokenWords {
  readonly alarm: string;
  /** How a responder answers. */
  readonly answer: string;
  /** To the contact center: that SMS has failed totally. */
  readonly smsFails: string;
  /** To the contact center: whom it should reach. */
  readonly reach: string;
  readonly reachNobody: string;
  /** How the contact center says that it has heard. */
  readonly confirm: string;
  /** After the key: what became of it. */
  readonly taken: string;
  readonly declined: string;
  readonly confirmed: string;
  readonly over: string;
  readonly wrongDigit: string;
  readonly notStored: string;
  readonly notConfirmed: string;
}

/** The words of each language. Short: a call at night is heard twice at most. */
export const spokenWords: Readonly<Record<Language, SpokenWords>> = {
  nl: {
    alarm: 'Permanence. Alarm {code}. {about}, om {time}.',
    answer: 'Druk {yes} om het te nemen, {no} als u niet kunt.',
    smsFails: 'Sms lukt niet.',
    reach: 'Bel {who}.',
    reachNobody: 'Niemand met wacht neemt het.',
    confirm: 'Druk {yes} als u dit gehoord hebt.',
    taken: 'Uw antwoord is opgeslagen. U hebt {code}.',
    declined: 'Uw antwoord is opgeslagen. Iemand anders wordt gevraagd voor {code}.',
    confirmed: 'Opgeslagen. Dank u.',
    over: '{code} is al voorbij.',
    wrongDigit: 'Dat cijfer hoort niet bij deze oproep. Er is niets opgeslagen. Antwoord per sms.',
    notStored: 'Uw antwoord kon niet worden opgeslagen. Antwoord per sms, of bel het contactcenter.',
    notConfirmed: 'Dit kon niet worden opgeslagen. Bel toch wie wacht heeft.',
  },
  fr: {
    alarm: 'Permanence. Alarme {code}. {about}, à {time}.',
    answer: 'Tapez {yes} pour la prendre, {no} si vous ne pouvez pas.',
    smsFails: 'Les SMS ne passent pas.',
    reach: 'Appelez {who}.',
    reachNobody: 'Personne de garde ne la prend.',
    confirm: 'Tapez {yes} si vous avez entendu.',
    taken: 'Votre réponse est enregistrée. Vous avez {code}.',
    declined: "Votre réponse est enregistrée. Quelqu'un d'autre est appelé pour {code}.",
    confirmed: 'Enregistré. Merci.',
    over: '{code} est déjà terminé.',
    wrongDigit: "Ce chiffre n'est pas de cet appel. Rien n'est enregistré. Répondez par SMS.",
    notStored:
      "Votre réponse n'a pas pu être enregistrée. Répondez par SMS, ou appelez le centre de contact.",
    notConfirmed: "Cela n'a pas pu être enregistré. Appelez quand même la personne de garde.",
  },
  de: {
    alarm: 'Permanence. Alarm {code}. {about}, um {time}.',
    answer: 'Drücken Sie {yes}, um ihn zu übernehmen, {no}, wenn Sie nicht können.',
    smsFails: 'SMS kommen nicht durch.',
    reach: 'Rufen Sie {who} an.',
    reachNobody: 'Niemand im Dienst übernimmt ihn.',
    confirm: 'Drücken Sie {yes}, wenn Sie dies gehört haben.',
    taken: 'Ihre Antwort ist gespeichert. Sie haben {code}.',
    declined: 'Ihre Antwort ist gespeichert. Für {code} wird jemand anders gefragt.',
    confirmed: 'Gespeichert. Danke.',
    over: '{code} ist schon vorbei.',
    wrongDigit: 'Diese Ziffer gehört nicht zu diesem Anruf. Nichts ist gespeichert. Antworten Sie per SMS.',
    notStored:
      'Ihre Antwort konnte nicht gespeichert werden. Antworten Sie per SMS, oder rufen Sie das Contact Center an.',
    notConfirmed: 'Dies konnte nicht gespeichert werden. Rufen Sie trotzdem an, wer Dienst hat.',
  },
  en: {
    alarm: 'Permanence. Alarm {code}. {about}, at {time}.',
    answer: 'Press {yes} to take it, {no} if you cannot.',
    smsFails: 'SMS fails.',
    reach: 'Call {who}.',
    reachNobody: 'Nobody on call takes it.',
    confirm: 'Press {yes} if you have heard this.',
    taken: 'Your answer is stored. You have {code}.',
    declined: 'Your answer is stored. Somebody else is asked about {code}.',
    confirmed: 'Stored. Thank you.',
    over: '{code} is over already.',
    wrongDigit: 'That digit is not of this call. Nothing is stored. Answer by SMS.',
    notStored: 'Your answer could not be stored. Answer by SMS, or call the contact center.',
    notConfirmed: 'This could not be stored. Call who is on call all the same.',
  },
};

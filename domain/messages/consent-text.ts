import type { Language } from '../organization/organization.ts';
import { fitGsm7, gsm7Length, onePart } from './gsm7.ts';

/** What a customer contact is asked. */
export interface ConsentQuestion {
  /** The incident's code. */
  readonly code: string;
  /** The four digits of the request. */
  readonly digits: string;
  readonly action: string;
  /** The engineer's name. */
  readonly by: string;
  readonly language: Language;
}

interface Words {
  readonly asks: string;
  readonly answer: string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: { asks: '{code}: {by} vraagt uw akkoord:', answer: 'Antwoord {digits} ja of {digits} nee.' },
  fr: { asks: '{code}: {by} demande votre accord:', answer: 'Répondez {digits} oui ou {digits} non.' },
  de: { asks: '{code}: {by} fragt um Zustimmung:', answer: 'Antworten Sie {digits} ja oder {digits} nein.' },
  en: { asks: '{code}: {by} asks for your consent:', answer: 'Reply {digits} yes or {digits} no.' },
};

/** Septets of the engineer's name. */
const maxName = 20;

/** The question to a customer contact: one GSM-7 part, the action cut to fit; how to answer never is. */
export function consentText({ code, digits, action, by, language }: ConsentQuestion): string {
  const { asks, answer } = words[language];
  const start = asks.replace('{code}', fitGsm7(code, 8)).replace('{by}', fitGsm7(by, maxName));
  const end = answer.replaceAll('{digits}', digits);
  const room = onePart - gsm7Length(`${start}  ${end}`) - 1;
  return fitGsm7(`${start} ${fitGsm7(action, room)}. ${end}`, onePart);
}

/** What became of a contact's answer. `late`: the request has another answer, or waits for none any more. */
export type ConsentReceipt = 'granted' | 'refused' | 'late' | 'unclear';

const receipts: Readonly<Record<Language, Readonly<Record<ConsentReceipt, string>>>> = {
  nl: {
    granted: 'Uw akkoord is opgeslagen en doorgegeven. Dank u.',
    refused: 'Genoteerd: u gaat niet akkoord. Het gebeurt niet.',
    late: 'Deze vraag heeft al een antwoord of is vervallen: uw bericht verandert niets. Bel ons bij twijfel.',
    unclear:
      'Niet begrepen. Vroegen we uw akkoord? Antwoord de vier cijfers van de vraag met ja of nee. Iets anders? Bel ons.',
  },
  fr: {
    granted: 'Votre accord est enregistré et transmis. Merci.',
    refused: "Noté: vous n'acceptez pas. Ce ne sera pas fait.",
    late: 'Cette question a déjà une réponse ou a expiré: votre message ne change rien. En cas de doute, appelez-nous.',
    unclear:
      'Pas compris. Votre accord est demandé? Répondez les quatre chiffres de la question avec oui ou non. Autre chose? Appelez-nous.',
  },
  de: {
    granted: 'Ihre Zustimmung ist gespeichert und weitergegeben. Danke.',
    refused: 'Notiert: Sie stimmen nicht zu. Es wird nicht getan.',
    late: 'Diese Frage ist schon beantwortet oder abgelaufen: Ihre Nachricht ändert nichts. Rufen Sie uns im Zweifel an.',
    unclear:
      'Nicht verstanden. Baten wir um Zustimmung? Antworten Sie die vier Ziffern der Frage mit ja oder nein. Etwas anderes? Rufen Sie an.',
  },
  en: {
    granted: 'Your consent is stored and passed on. Thank you.',
    refused: 'Noted: you do not agree. It will not be done.',
    late: 'This question has an answer already or has expired: your message changes nothing. Call us if in doubt.',
    unclear:
      'Not understood. Did we ask for your consent? Reply the four digits of the question with yes or no. Anything else? Please call us.',
  },
};

/** What a customer's contact hears after an answer. */
export function consentReceipt(kind: ConsentReceipt, language: Language): string {
  return receipts[language][kind];
}

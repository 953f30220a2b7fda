import type { CustomerNews } from '../customers/update.ts';
import type { Language } from '../organization/organization.ts';

type Said = Readonly<Record<CustomerNews['said'], string>>;

/** What customers are told, in one language. In braces, what is filled in. */
export interface CustomerWords {
  /** By SMS, behind the code and the company. */
  readonly sms: Said;
  /** By an operator, who reads it out. */
  readonly spoken: Said & { readonly hello: string; readonly more: string; readonly question: string };
  readonly next: Readonly<Record<NonNullable<CustomerNews['next']>, string>>;
  /** How many copies were counted instead of sent. */
  readonly folded: string;
}

const nl: CustomerWords = {
  sms: {
    copy: 'alarm bij {service}, {since}: {what}.',
    incident: 'storing bij {service} sinds {since}: {what}.',
    again: 'opnieuw storing bij {service} sinds {since}: {what}.',
    repairTime: 'storing bij {service} sinds {since}.',
    over: 'de storing bij {service} is voorbij sinds {end}.',
    wasAndIsOver: 'storing bij {service} sinds {since}: {what}. Voorbij sinds {end}.',
    decided: 'we konden u niet bereiken. {by} heeft besloten: {what}.',
  },
  spoken: {
    hello: 'Goedendag, u spreekt met {company}. Het gaat over {service}, incident {code}.',
    copy: 'Er is een alarm sinds {since}: {what}.',
    incident: 'Er is een storing sinds {since}: {what}.',
    again: 'De storing is terug sinds {since}: {what}.',
    repairTime: 'De storing van {since} is nog niet voorbij.',
    over: 'De storing is voorbij sinds {end}.',
    wasAndIsOver: 'Er was een storing sinds {since}: {what}. Ze is voorbij sinds {end}.',
    decided:
      'We konden u niet bereiken om uw akkoord te vragen. {by} heeft daarom besloten: {what}. De reden: {reason}.',
    more: 'We houden u op de hoogte.',
    question: 'Hebt u nog een vraag?',
  },
  next: {
    called: 'Een technicus wordt opgeroepen.',
    taken: 'Een technicus is ermee bezig.',
    expected: 'Verwachte oplossing: {until}.',
    unknown: 'Wanneer het opgelost is, weten we nog niet.',
  },
  folded: '(+{count} andere)',
};

const fr: CustomerWords = {
  sms: {
    copy: 'alarme sur {service}, {since}: {what}.',
    incident: 'panne sur {service} depuis {since}: {what}.',
    again: 'nouvelle panne sur {service} depuis {since}: {what}.',
    repairTime: 'panne sur {service} depuis {since}.',
    over: 'la panne sur {service} est résolue depuis {end}.',
    wasAndIsOver: 'panne sur {service} depuis {since}: {what}. Résolue depuis {end}.',
    decided: "nous n'avons pas pu vous joindre. {by} a décidé: {what}.",
  },
  spoken: {
    hello: 'Bonjour, ici {company}. Je vous appelle au sujet de {service}, incident {code}.',
    copy: 'Il y a une alarme depuis {since}: {what}.',
    incident: 'Il y a une panne depuis {since}: {what}.',
    again: 'La panne est revenue depuis {since}: {what}.',
    repairTime: "La panne de {since} n'est pas encore résolue.",
    over: 'La panne est résolue depuis {end}.',
    wasAndIsOver: 'Il y a eu une panne depuis {since}: {what}. Elle est résolue depuis {end}.',
    decided:
      "Nous n'avons pas pu vous joindre pour demander votre accord. {by} a donc décidé: {what}. La raison: {reason}.",
    more: 'Nous vous tiendrons au courant.',
    question: 'Avez-vous une question?',
  },
  next: {
    called: 'Un technicien est appelé.',
    taken: "Un technicien s'en occupe.",
    expected: 'Réparation prévue: {until}.',
    unknown: "L'heure de la réparation n'est pas encore connue.",
  },
  folded: '(+{count} autre(s))',
};

const de: CustomerWords = {
  sms: {
    copy: 'Alarm bei {service}, {since}: {what}.',
    incident: 'Störung bei {service} seit {since}: {what}.',
    again: 'wieder Störung bei {service} seit {since}: {what}.',
    repairTime: 'Störung bei {service} seit {since}.',
    over: 'die Störung bei {service} ist seit {end} behoben.',
    wasAndIsOver: 'Störung bei {service} seit {since}: {what}. Seit {end} behoben.',
    decided: 'wir konnten Sie nicht erreichen. {by} hat entschieden: {what}.',
  },
  spoken: {
    hello: 'Guten Tag, hier ist {company}. Es geht um {service}, Vorfall {code}.',
    copy: 'Es gibt einen Alarm seit {since}: {what}.',
    incident: 'Es gibt eine Störung seit {since}: {what}.',
    again: 'Die Störung ist wieder da seit {since}: {what}.',
    repairTime: 'Die Störung von {since} ist noch nicht behoben.',
    over: 'Die Störung ist seit {end} behoben.',
    wasAndIsOver: 'Es gab eine Störung seit {since}: {what}. Sie ist seit {end} behoben.',
    decided:
      'Wir konnten Sie nicht erreichen, um Sie um Zustimmung zu fragen. {by} hat deshalb entschieden: {what}. Der Grund: {reason}.',
    more: 'Wir halten Sie auf dem Laufenden.',
    question: 'Haben Sie noch eine Frage?',
  },
  next: {
    called: 'Ein Techniker wird gerufen.',
    taken: 'Ein Techniker kümmert sich darum.',
    expected: 'Voraussichtlich behoben: {until}.',
    unknown: 'Wann sie behoben ist, wissen wir noch nicht.',
  },
  folded: '(+{count} weitere)',
};

const en: CustomerWords = {
  sms: {
    copy: 'alarm at {service}, {since}: {what}.',
    incident: 'problem with {service} since {since}: {what}.',
    again: 'new problem with {service} since {since}: {what}.',
    repairTime: 'problem with {service} since {since}.',
    over: 'the problem with {service} is over since {end}.',
    wasAndIsOver: 'problem with {service} since {since}: {what}. Over since {end}.',
    decided: 'we could not reach you. {by} has decided: {what}.',
  },
  spoken: {
    hello: 'Hello, this is {company}. I am calling about {service}, incident {code}.',
    copy: 'There is an alarm since {since}: {what}.',
    incident: 'There is a problem since {since}: {what}.',
    again: 'The problem is back since {since}: {what}.',
    repairTime: 'The problem of {since} is not over yet.',
    over: 'The problem is over since {end}.',
    wasAndIsOver: 'There was a problem since {since}: {what}. It is over since {end}.',
    decided:
      'We could not reach you to ask for your consent. {by} has therefore decided: {what}. The reason: {reason}.',
    more: 'We will keep you informed.',
    question: 'Do you have a question?',
  },
  next: {
    called: 'An engineer is being called.',
    taken: 'An engineer is working on it.',
    expected: 'Expected to be mended by {until}.',
    unknown: 'When it will be mended is not known yet.',
  },
  folded: '(+{count} more)',
};

/** What customers are told, by language. All of `sms` and `next` is GSM-7, and no carrier's opt-out word is among it: a test looks. */
export const customerWords: Readonly<Record<Language, CustomerWords>> = { nl, fr, de, en };

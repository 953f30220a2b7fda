import type { PageReason } from '../../incident/ladder.ts';
import type { Language } from '../../organization/organization.ts';

/** Why a page is sent, where it is not the first. Pages and calls say the same. */
export type ReasonTexts = Readonly<Record<PageReason['kind'], string>>;

export const reasonTexts: Readonly<Record<Language, ReasonTexts>> = {
  nl: {
    critical: 'Is nu kritiek.',
    high: 'Is nu dringend.',
    serious: 'Ernstig: jij bent ook nodig.',
    openAgain: 'Weer open sinds {at}.',
    timeIsUp: 'De tijd van {by} is om.',
    yourTimeIsUp: 'Je tijd is om.',
    notConfirmed: '{by} heeft het tot {until}, maar is niet bereikt.',
    target: 'Moet opgelost zijn om {dueAt}.',
    askedFor: '{by} vraagt je.',
    noAnswer: '{by} antwoordt niet.',
    cannot: '{by} kan niet.',
    nobodyYet: 'Nog niemand heeft het.',
  },
  fr: {
    critical: 'Maintenant critique.',
    high: 'Maintenant urgent.',
    serious: 'Grave: vous devez aussi intervenir.',
    openAgain: 'De nouveau ouvert depuis {at}.',
    timeIsUp: 'Le temps de {by} est écoulé.',
    yourTimeIsUp: 'Votre temps est écoulé.',
    notConfirmed: "{by} s'en occupe jusqu'à {until}, mais reste injoignable.",
    target: 'À résoudre avant {dueAt}.',
    askedFor: '{by} vous demande.',
    noAnswer: '{by} ne répond pas.',
    cannot: '{by} ne peut pas.',
    nobodyYet: "Personne ne s'en occupe encore.",
  },
  de: {
    critical: 'Jetzt kritisch.',
    high: 'Jetzt dringend.',
    serious: 'Ernst: auch Sie werden gebraucht.',
    openAgain: 'Wieder offen seit {at}.',
    timeIsUp: 'Die Zeit von {by} ist um.',
    yourTimeIsUp: 'Ihre Zeit ist um.',
    notConfirmed: '{by} hat es bis {until}, wurde aber nicht erreicht.',
    target: 'Muss bis {dueAt} behoben sein.',
    askedFor: '{by} fragt nach Ihnen.',
    noAnswer: '{by} antwortet nicht.',
    cannot: '{by} kann nicht.',
    nobodyYet: 'Noch niemand hat es.',
  },
  en: {
    critical: 'Now critical.',
    high: 'Now urgent.',
    serious: 'Serious: you are needed too.',
    openAgain: 'Open again since {at}.',
    timeIsUp: 'The time of {by} is up.',
    yourTimeIsUp: 'Your time is up.',
    notConfirmed: '{by} has it until {until}, but was not reached.',
    target: 'Promised to be fixed by {dueAt}.',
    askedFor: '{by} asks for you.',
    noAnswer: '{by} does not answer.',
    cannot: '{by} cannot.',
    nobodyYet: 'Nobody has it yet.',
  },
};

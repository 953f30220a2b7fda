import type { Screen } from './document.ts';
import { html } from './html.ts';

/** Why a link shows nothing. */
export type Refusal = 'foreign' | 'expired' | 'gone' | 'malformed' | 'failed';

interface Text {
  readonly title: string;
  readonly detail: string;
}

const texts: Readonly<Record<Refusal, { readonly en: Text; readonly nl: Text }>> = {
  foreign: {
    en: {
      title: 'This link is not valid',
      detail:
        'It is incomplete, or was not made by this system. Open it as it was sent, or ask for a new one: permanence board-link.',
    },
    nl: {
      title: 'Deze link is niet geldig',
      detail:
        'Hij is niet volledig, of niet van ons. Open hem zoals hij is gestuurd, of vraag een nieuwe: permanence board-link.',
    },
  },
  expired: {
    en: {
      title: 'This link has expired',
      detail: 'Nothing was changed. Ask for a new one: permanence board-link.',
    },
    nl: {
      title: 'Deze link is verlopen',
      detail: 'Er is niets gewijzigd. Vraag een nieuwe: permanence board-link.',
    },
  },
  gone: {
    en: {
      title: 'This task is over',
      detail: 'Its incident does not keep it any more. What is to be done now is on the operators’ board.',
    },
    nl: {
      title: 'Deze taak is voorbij',
      detail: 'Het incident bewaart haar niet meer. Wat nu te doen is, staat op het bord van de operators.',
    },
  },
  malformed: {
    en: {
      title: 'Not understood',
      detail: 'Nothing was changed. Open the link again, and press once more.',
    },
    nl: {
      title: 'Niet begrepen',
      detail: 'Er is niets gewijzigd. Open de link opnieuw, en kies nog eens.',
    },
  },
  failed: {
    en: {
      title: 'No answer at the moment',
      detail:
        'What you pressed may not be stored. Try again, here or on the other cell’s board; if it lasts, use the phone.',
    },
    nl: {
      title: 'Nu geen antwoord',
      detail:
        'Wat u hebt gekozen is misschien niet bewaard. Probeer het opnieuw, hier of op het bord van de andere cel; lukt het niet, gebruik dan de telefoon.',
    },
  },
};

/** Says why a link shows nothing, in two languages: the language of whoever opened it is not known. */
export function refusedScreen(refusal: Refusal): Screen {
  const { en, nl } = texts[refusal];
  const body = html`<main><h1>${en.title}</h1><p>${en.detail}</p><h1 lang="nl">${nl.title}</h1><p lang="nl">${nl.detail}</p></main>`;
  return { language: 'en', title: `${en.title} / ${nl.title}`, body };
}

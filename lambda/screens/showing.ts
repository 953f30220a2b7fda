import { dayAndTime } from '../../domain/messages/day-and-time.ts';
import type { Language, Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { ScreenWords } from './words/shape.ts';
import { screenWords } from './words/words.ts';

/** What every screen is shown with: to whom, when, in which words. */
export interface Showing {
  readonly organization: Organization;
  readonly language: Language;
  readonly words: ScreenWords;
  readonly now: Instant;
  /** The operator's, as the browser remembers it; empty at first. */
  readonly operator: string;
  /** Names this rendering: what is pressed on it twice counts once. */
  readonly form: string;
}

/** Operators read the contact center's language. */
export function showing(
  organization: Organization,
  given: Pick<Showing, 'now' | 'operator' | 'form'>,
): Showing {
  const { language } = organization.contactCenter;
  return { ...given, organization, language, words: screenWords[language] };
}

/** A person as people call him or her: a responder by name, a role by its word, an operator as he or she has said. */
export function nameOf({ organization: { responders }, words }: Showing, id: string): string {
  if (Object.hasOwn(responders, id)) return responders[id]?.name ?? id;
  return Object.entries(words.people).find(([who]) => who === id)?.[1] ?? id;
}

export function namesOf(shown: Showing, ids: readonly string[]): string {
  return ids.map((id) => nameOf(shown, id)).join(', ');
}

/** A time on the company's clock, with the day where it is not of today. */
export function timeOf({ organization: { company }, language, now }: Showing, instant: Instant): string {
  return dayAndTime(instant, now, company.timeZone, language);
}

import { dayAndTime } from '../../domain/messages/times.ts';
import type { Language, Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { ScreenWords } from './words/shape.ts';
import { screenWords } from './words/words.ts';

/** What every screen needs to know: for whom it is, when, and in which words. */
export interface ScreenContext {
  readonly organization: Organization;
  readonly language: Language;
  readonly words: ScreenWords;
  readonly now: Instant;
  /** The operator's name, as the browser remembers it; empty at first. */
  readonly operator: string;
  /** Identifies this rendering: a button that is pressed twice on it counts once. */
  readonly form: string;
}

/** Screens are in the contact center's language: operators read them. */
export function screenContext(
  organization: Organization,
  given: Pick<ScreenContext, 'now' | 'operator' | 'form'>,
): ScreenContext {
  const { language } = organization.contactCenter;
  return { ...given, organization, language, words: screenWords[language] };
}

/** How people call a person: a responder by name, a role by its word, an operator by the name that they gave. */
export function nameOf({ organization: { responders }, words }: ScreenContext, id: string): string {
  if (Object.hasOwn(responders, id)) return responders[id]?.name ?? id;
  return Object.entries(words.people).find(([who]) => who === id)?.[1] ?? id;
}

export function namesOf(context: ScreenContext, ids: readonly string[]): string {
  return ids.map((id) => nameOf(context, id)).join(', ');
}

/** A time on the company's clock, with the day unless it is today's. */
export function timeOf(
  { organization: { company }, language, now }: ScreenContext,
  instant: Instant,
): string {
  return dayAndTime(instant, now, company.timeZone, language);
}

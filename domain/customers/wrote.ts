import { openTasks, withTask } from '../contact-center/tasks.ts';
import { type Incident, type PendingNotice, withEntry } from '../incident/incident.ts';
import { remembering } from '../incident/seen-messages.ts';
import { hour, type Instant } from '../time/instant.ts';

/** What a customer's contact writes in their own words. */
export interface CustomerWords {
  /** The contact's name. */
  readonly who: string;
  readonly words: string;
  /** Names the message: the same one, delivered twice, counts once. */
  readonly id: string;
}

/** Notices about a customer's words that the people who work on an incident get in an hour. The timeline has them all. */
const maxNoticesInAnHour = 3;

/**
 * Records what a customer wrote: it stands on the timeline, an operator calls back, and those who work on the incident
 * read it. A contact who writes again while the operator's task is open needs no second call.
 */
export function customerWrites(
  incident: Incident,
  { who, words, id }: CustomerWords,
  now: Instant,
): { readonly kind: 'changed'; readonly incident: Incident } | { readonly kind: 'repeated' | 'over' } {
  if (incident.answers.includes(id)) return { kind: 'repeated' };
  if (incident.status === 'resolved') return { kind: 'over' };
  const lately = incident.timeline.filter(
    (entry) => entry.kind === 'customer wrote' && entry.at > now - hour,
  ).length;
  const entered = withEntry(incident, { at: now, kind: 'customer wrote', who, text: words });
  const isAsked = openTasks(entered).some(
    ({ about }) => about.kind === 'customer wrote' && about.who === who,
  );
  const asked = isAsked ? entered : withTask(entered, { kind: 'customer wrote', who, words }, now);
  const notice = { kind: 'customerWrote', code: incident.code, by: who, words } as const;
  const fresh = incident.saidYes.map((to): PendingNotice => ({ to, notice }));
  const told = lately < maxNoticesInAnHour ? { ...asked, notices: [...asked.notices, ...fresh] } : asked;
  return { kind: 'changed', incident: remembering(told, id) };
}

import type { CallDigits } from '../messages/spoken-text.ts';
import { personNamed } from '../on-call/person-named.ts';
import type { Organization } from '../organization/organization.ts';
import type { Reply } from '../replies/reply.ts';
import { maxMinutes } from '../replies/times/time-units.ts';
import type { WallClock } from '../replies/times/times.ts';
import { type Instant, minute } from '../time/instant.ts';
import { nextTime } from '../time/morning.ts';
import type { Answer } from './answer.ts';

/** What a responder's reply makes of an incident: an answer, as far as it can be told without looking at the incident. */
export type ReplyAnswer =
  | { readonly kind: 'answer'; readonly answer: AnswerPart }
  /** Needs the digits of a request first. */
  | { readonly kind: 'consent'; readonly action: string }
  /** Wants to know something. */
  | { readonly kind: 'question'; readonly about: 'info' | 'who' }
  /** Must be asked back. */
  | { readonly kind: 'unclear' };

type AnswerPart = AnswerKinds<Answer>;

type AnswerKinds<T> = T extends unknown ? Omit<T, 'by' | 'path' | 'id'> : never;

export interface ReplyContext {
  readonly organization: Organization;
  readonly now: Instant;
}

/** Puts a reply into the words of an incident: times on the company's clock become minutes, names become people. */
export function replyAnswer(reply: Reply, context: ReplyContext): ReplyAnswer {
  switch (reply.kind) {
    case 'yes': {
      const minutes = minutesOf(reply, context);
      return minutes === 'unclear' ? unclear : answered({ kind: 'yes', minutes });
    }
    case 'update': {
      const minutes = minutesOf(reply, context);
      return minutes === 'unclear' || minutes === undefined ? unclear : answered({ kind: 'update', minutes });
    }
    case 'no':
    case 'undo':
    case 'boss':
    case 'serious':
    case 'notSerious':
    case 'done':
      return answered({ kind: reply.kind });
    case 'assessment':
      return answered({ kind: 'customerDecision', words: reply.words });
    case 'add':
      return added(reply.whom, context);
    case 'consent':
      return { kind: 'consent', action: reply.action };
    case 'info':
    case 'who':
      return { kind: 'question', about: reply.kind };
    case 'unclear':
      return unclear;
  }
}

const unclear: ReplyAnswer = { kind: 'unclear' };

function answered(answer: AnswerPart): ReplyAnswer {
  return { kind: 'answer', answer };
}

/** Minutes as they were said, or until a time on the clock; a time that is over, or more than a night away, is unclear. */
function minutesOf(
  said: { readonly minutes?: number | undefined; readonly until?: WallClock | undefined },
  { organization, now }: ReplyContext,
): number | undefined | 'unclear' {
  if (said.until === undefined) return said.minutes;
  const times = halvesOfDay(said.until).map((time) => nextTime(time, organization.company.timeZone, now));
  const minutes = Math.ceil((Math.min(...times) - now) / minute);
  return minutes >= 1 && minutes <= maxMinutes ? minutes : 'unclear';
}

/** "Tot 4u" may be four at night or in the afternoon, whichever comes first; 14:30 is one time alone. */
function halvesOfDay({ hour, minute: past }: WallClock): readonly string[] {
  const hours = hour <= 12 ? [hour, (hour + 12) % 24] : [hour];
  return hours.map((each) => `${String(each).padStart(2, '0')}:${String(past).padStart(2, '0')}`);
}

/** A colleague by name, or whoever is the primary of another roster now. */
function added(whom: string, { organization, now }: ReplyContext): ReplyAnswer {
  const person = personNamed(whom, organization, now);
  if (person === undefined) return unclear;
  const { responder, name } = person;
  return answered({ kind: 'add', whom: { kind: 'responder', responder }, name });
}

/** What a pressed key means. */
export type PressedKey =
  | { readonly kind: 'answer'; readonly answer: Extract<Answer['kind'], 'yes' | 'no'> }
  /** The contact center has heard of it. */
  | { readonly kind: 'confirmation' }
  | { readonly kind: 'wrong digit' };

/** Reads a key of a call: yes and no are a responder's; the contact center has the first of the two keys alone. */
export function readKey(pressed: string, { yes, no }: CallDigits, isResponder: boolean): PressedKey {
  if (pressed === yes) return isResponder ? { kind: 'answer', answer: 'yes' } : { kind: 'confirmation' };
  if (pressed === no && isResponder) return { kind: 'answer', answer: 'no' };
  return { kind: 'wrong digit' };
}

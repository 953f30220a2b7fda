import type { CallDigits } from '../messages/spoken-text.ts';
import { type PersonNamed, personsNamed } from '../on-call/person-named.ts';
import type { Organization } from '../organization/organization.ts';
import type { MaybeMeant, QuestionKind, Reply } from '../replies/reply.ts';
import type { WallClock } from '../replies/times/times.ts';
import { type Instant, minute } from '../time/instant.ts';
import { nextTime } from '../time/morning.ts';
import type { Answer } from './answer.ts';

/** What a responder's reply by SMS asks of an incident, as far as that is known without the incident. */
export type ReplyAnswer =
  | { readonly kind: 'answer'; readonly answer: AnswerPart }
  /** A request for consent. The caller must draw its digits first. */
  | { readonly kind: 'consent'; readonly action: string }
  /** The one who is on call now should take the incident over. Who that is depends on the incident. */
  | { readonly kind: 'handOverToNext' }
  /** A question. It changes nothing. */
  | { readonly kind: 'question'; readonly about: QuestionKind }
  /** The responder is asked back. `maybe`: what they may have meant. `minutes`: how far ahead a doubtful time is. `persons`: whom a name may mean. */
  | {
      readonly kind: 'unclear';
      readonly maybe?: MaybeMeant | undefined;
      readonly minutes?: number | undefined;
      readonly persons?: readonly PersonNamed[];
    };

type AnswerPart = AnswerKinds<Answer>;

type AnswerKinds<T> = T extends unknown ? Omit<T, 'by' | 'path' | 'id'> : never;

/** What the meaning of a reply depends on. */
export interface ReplyContext {
  readonly organization: Organization;
  readonly now: Instant;
}

/** Turns a reply into an answer. Times in the company's time zone become minutes, and names become responders. */
export function replyAnswer(reply: Reply, context: ReplyContext): ReplyAnswer {
  switch (reply.kind) {
    case 'yes': {
      const { minutes, isClear } = lastingOf(reply, context);
      return isClear ? answered({ kind: 'yes', minutes }) : { kind: 'unclear', maybe: 'yes', minutes };
    }
    case 'update': {
      const { minutes, isClear } = lastingOf(reply, context);
      return isClear && minutes !== undefined
        ? answered({ kind: 'update', minutes })
        : { kind: 'unclear', maybe: 'update', minutes };
    }
    case 'no':
    case 'undo':
    case 'boss':
    case 'serious':
    case 'notSerious':
      return answered({ kind: reply.kind });
    case 'done':
      return answered({ kind: 'done', note: reply.note });
    case 'assessment':
      return answered({ kind: 'customerDecision', words: reply.words });
    case 'add':
      return added(reply.whom, context);
    case 'consent':
      return { kind: 'consent', action: reply.action };
    case 'info':
    case 'who':
    case 'status':
    case 'link':
    case 'numbers':
    case 'list':
    case 'help':
      return { kind: 'question', about: reply.kind };
    case 'handOver':
      return reply.whom === undefined ? { kind: 'handOverToNext' } : handedOver(reply.whom, context);
    case 'unclear':
      return { kind: 'unclear', maybe: reply.maybe };
  }
}

function answered(answer: AnswerPart): ReplyAnswer {
  return { kind: 'answer', answer };
}

/** How far ahead a time on the clock may be. A later one is asked back: it may be in the other half of the day, or just past. */
export const maxMinutesAhead = 240;

/** The minutes of a reply, or the minutes until its time of day, and whether nobody can doubt them. */
function lastingOf(
  given: { readonly minutes?: number | undefined; readonly until?: WallClock | undefined },
  { organization, now }: ReplyContext,
): { readonly minutes: number | undefined; readonly isClear: boolean } {
  if (given.until === undefined) return { minutes: given.minutes, isClear: true };
  const times = halvesOfDay(given.until).map((time) => nextTime(time, organization.company.timeZone, now));
  const minutes = Math.ceil((Math.min(...times) - now) / minute);
  return { minutes, isClear: minutes >= 1 && minutes <= maxMinutesAhead };
}

/** "Tot 4u" may mean four at night or in the afternoon: the first of them counts. 14:30 has only one meaning. */
function halvesOfDay({ hour, minute: past }: WallClock): readonly string[] {
  const hours = hour <= 12 ? [hour, (hour + 12) % 24] : [hour];
  return hours.map((each) => `${String(each).padStart(2, '0')}:${String(past).padStart(2, '0')}`);
}

/** Finds the additional responder: a colleague by name, or the primary of another roster. */
function added(whom: string, { organization, now }: ReplyContext): ReplyAnswer {
  const [person, ...others] = personsNamed(whom, organization, now);
  if (person === undefined) return { kind: 'unclear', maybe: 'add' };
  if (others.length > 0) return { kind: 'unclear', maybe: 'add', persons: [person, ...others] };
  const { responder, name } = person;
  return answered({ kind: 'add', whom: { kind: 'responder', responder }, name });
}

/** Finds the colleague who should take over. */
function handedOver(whom: string, { organization, now }: ReplyContext): ReplyAnswer {
  const [person, ...others] = personsNamed(whom, organization, now);
  if (person === undefined) return { kind: 'unclear', maybe: 'handOver' };
  if (others.length > 0) return { kind: 'unclear', maybe: 'handOver', persons: [person, ...others] };
  return answered({ kind: 'handOver', to: person });
}

/** What a pressed key means. */
export type PressedKey =
  | { readonly kind: 'answer'; readonly answer: Extract<Answer['kind'], 'yes' | 'no'> }
  /** The contact center confirms that it has heard the call. */
  | { readonly kind: 'confirmation' }
  | { readonly kind: 'wrong digit' };

/** Reads a key of a call. A responder may press yes or no; the contact center has only the first of the two keys. */
export function readKey(pressed: string, { yes, no }: CallDigits, isResponder: boolean): PressedKey {
  if (pressed === yes) return isResponder ? { kind: 'answer', answer: 'yes' } : { kind: 'confirmation' };
  if (pressed === no && isResponder) return { kind: 'answer', answer: 'no' };
  return { kind: 'wrong digit' };
}

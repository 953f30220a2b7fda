import { randomInt } from 'node:crypto';
import type { Call, VoicePath } from '../../aws/connect/voice-path.ts';
import { wordsOf } from '../../aws/regions/both-regions.ts';
import { type IncidentItem, incidentIdOf } from '../../aws/table/incident-item.ts';
import { askedByPhone } from '../../domain/contact-center/task-outcomes.ts';
import { smsFailsTotally } from '../../domain/escalation/decide.ts';
import type { CallOutcome, CallRefusal } from '../../domain/escalation/outcome.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { printAttempt } from '../../domain/incident/ladder.ts';
import {
  type CallDigits,
  spokenOutcome,
  spokenToContactCenter,
  spokenToResponder,
} from '../../domain/messages/spoken-text.ts';
import { taskWords } from '../../domain/messages/task-title.ts';
import type { Language, Organization } from '../../domain/organization/organization.ts';
import { callsBefore, maxCallMs } from '../../domain/paging/page.ts';
import { pageReason } from '../../domain/paging/page-reason.ts';
import type { Decision } from '../../domain/paging/timer.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import { log, masked } from '../cell/log.ts';
import { reasonWithNames } from './sms.ts';

export interface Calling {
  readonly organization: Organization;
  readonly decision: Extract<Decision, { kind: 'call' }>;
  readonly now: Instant;
}

/**
 * Calls a responder or the contact center: through one region, by turns the incident's own and the other, and through the
 * second when the first does not accept the call. Never rejects, and never puts one phone into two calls.
 */
export async function call(
  cell: Cell,
  item: IncidentItem,
  incident: Incident,
  { organization, decision, now }: Calling,
): Promise<CallOutcome> {
  const listener = listenerOf(organization, decision.whom, callsBefore(incident, decision.attempt));
  if (cell.voice === undefined || listener === undefined) {
    const reason = listener === undefined ? 'there is no number to call' : 'this function cannot call';
    return { kind: 'failed', refusals: [{ region: cell.region, reason }] };
  }
  const { voice } = cell;
  const attempt = printAttempt(decision.attempt);
  const [line] = await Promise.all([
    takeLine(cell, item, { attempt, listener, now }),
    voice.own.prepare(now),
    voice.other.prepare(now),
  ]);
  if (line.kind === 'busy') return { kind: 'put off', until: line.until };

  const isOwnFirst = (voice.own.region === incident.home) === (decision.via === 'own');
  const [first, second] = isOwnFirst ? [voice.own, voice.other] : [voice.other, voice.own];
  return callByEither(first, second, {
    to: listener.number,
    token: `${incidentIdOf(item)}/${attempt}`,
    attributes: {
      incidentKey: item.key,
      generation: String(item.generation),
      attempt,
      phone: listener.number,
      language: listener.language,
      spokenMessage: spokenTo(listener, incident, { organization, decision, digits: line.digits }),
      notStored: spokenOutcome(
        listener.responder === undefined ? 'notConfirmed' : 'notStored',
        incident.code,
        listener.language,
      ),
    },
  });
}

interface Listener {
  readonly number: string;
  readonly language: Language;
  /** Undefined for the contact center. */
  readonly responder?: string | undefined;
}

/** Whom a call reaches. A person with several numbers is called on them by turns. */
function listenerOf(
  { responders, contactCenter }: Organization,
  whom: Calling['decision']['whom'],
  before: number,
): Listener | undefined {
  if (whom.kind === 'contactCenter') return contactCenter;
  const { numbers = [], language } = responders[whom.responder] ?? {};
  const number = numbers[before % Math.max(1, numbers.length)];
  return number === undefined || language === undefined
    ? undefined
    : { number, language, responder: whom.responder };
}

/** The call is made even when it cannot be stored. A key pressed in it is then not stored, and the voice says so. */
async function takeLine(
  cell: Cell,
  { key, generation, code }: IncidentItem,
  {
    attempt,
    listener,
    now,
  }: { readonly attempt: string; readonly listener: Listener; readonly now: Instant },
) {
  const digits = newDigits();
  const { number, responder } = listener;
  return cell.lines
    .take(number, { key, generation, code, attempt, responder, digits }, { now, until: now + maxCallMs })
    .catch((error: unknown) => {
      log.warn('a call is not stored', { incidentId: incidentIdOf({ key, generation }), error });
      return { kind: 'taken', digits } as const;
    });
}

/** Two different random digits from 1 to 9, so that nobody can guess them. */
function newDigits(): CallDigits {
  const yes = randomInt(1, 10);
  const no = ((yes - 1 + randomInt(1, 9)) % 9) + 1;
  return { yes: String(yes), no: String(no) };
}

function spokenTo(
  { responder, language }: Listener,
  incident: Incident,
  {
    organization,
    decision,
    digits,
  }: Pick<Calling, 'organization' | 'decision'> & { readonly digits: CallDigits },
): string {
  const { company, responders } = organization;
  const { code, summary, openedAt, route } = incident;
  const customer = route.customer?.name;
  const alarm = { code, customer, summary, openedAt, timeZone: company.timeZone, language };
  if (responder !== undefined) {
    const reason = pageReason(incident, decision.attempt, responder);
    const why = reason && reasonWithNames(reason, organization);
    return spokenToResponder({ ...alarm, reason: why }, digits);
  }
  const names = (each: string) => responders[each]?.name ?? each;
  const asked = askedByPhone(incident);
  return spokenToContactCenter(alarm, digits, {
    who: asked.who?.map((id) => ({ name: names(id), number: responders[id]?.numbers[0] })),
    toDo: asked.toDo.map((about) => taskWords(incident, about, { language, names })),
    smsFailsTotally: smsFailsTotally(incident),
  });
}

async function callByEither(first: VoicePath, second: VoicePath, request: Call): Promise<CallOutcome> {
  const refusals: CallRefusal[] = [];
  for (const path of [first, second]) {
    try {
      const { contactId } = await path.call(request);
      return { kind: 'called', region: path.region, contactId, refusals };
    } catch (error) {
      const reason = wordsOf(error);
      log.warn('a call was not taken', { region: path.region, to: masked(request.to), error: reason });
      refusals.push({ region: path.region, reason });
    }
  }
  return { kind: 'failed', refusals };
}

/** Stops a call that nobody needs to answer any more. When that fails, the phone rings out, and a key says what is true. */
export async function stopCall(
  { contactCenter }: Cell,
  { region, contactId }: Extract<Decision, { kind: 'stopCall' }>,
  now: Instant,
): Promise<void> {
  if (contactCenter === undefined) return;
  const { own, other } = contactCenter;
  const center = own.region === region ? own : other;
  await center.prepare(now);
  await center.withdraw(contactId).catch((error: unknown) => {
    log.warn('a call could not be stopped', { region, error: wordsOf(error) });
  });
}

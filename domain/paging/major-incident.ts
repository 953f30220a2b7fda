import { type AnswerPath, bySeverity, type MajorIncident } from '../incident/customer.ts';
import { type Incident, type PendingNotice, withEntry, withLadder } from '../incident/incident.ts';
import { type Ladder, stillAsked } from '../incident/ladder.ts';
import type { Notice } from '../incident/notice.ts';
import type { OnCall } from '../on-call/roster.ts';
import type { Role } from '../organization/organization.ts';
import { hour, type Instant, minute } from '../time/instant.ts';
import { askAdditional, carriedOver, isAskedBy } from './additional-responders.ts';
import type { Timer } from './timer.ts';

/** A manager calls the customer after their yes. Only then have they something to report. */
const askFirstAfterMs = 10 * minute;

/** A manager who speaks with the customer may forget to report the decision. They are asked for it again after this time. */
const askAgainAfterMs = 30 * minute;

/** The number of times that a manager is asked for the decision. */
const maxAsked = 3;

/** Has the manager `who`, who said yes to a major incident, asked some time later what they and the customer have decided. */
export function expectDecision(incident: Incident, who: string, now: Instant): Incident {
  const { major } = incident;
  if (major === undefined || major.decision !== undefined || major.asked?.who === who) return incident;
  return { ...incident, major: { ...major, asked: { who, at: now, times: 0 } } };
}

/** The timer that asks the manager for the decision, as long as they work on the major incident. */
export function decisionTimers(incident: Incident): readonly Timer[] {
  const { major, status, saidYes } = incident;
  const { asked, decision } = major ?? {};
  const isDone = asked === undefined || decision !== undefined || asked.times >= maxAsked;
  if (isDone || status === 'resolved' || !saidYes.includes(asked.who)) return [];
  return [
    {
      at: asked.at + (asked.times === 0 ? askFirstAfterMs : askAgainAfterMs),
      kind: 'customer decision is asked',
      about: asked.who,
      fire: (_, now) => askForDecision(incident, asked.who, now),
    },
  ];
}

function askForDecision(incident: Incident, who: string, now: Instant): Incident {
  const { major, notices, code } = incident;
  if (major === undefined) return incident;
  const asked = { who, at: now, times: (major.asked?.times ?? 0) + 1 };
  return {
    ...incident,
    major: { ...major, asked },
    notices: [...notices, { to: who, notice: { kind: 'decisionWanted', code } }],
  };
}

/** The roles that work on a major incident. */
const majorRoles: readonly Role[] = ['primary', 'secondary', 'management'];

/** Makes the incident major. Those who said yes hear that. */
export function declareMajor(incident: Incident, by: string, now: Instant): Incident {
  if (incident.major !== undefined) return incident;
  const entered = withEntry(incident, { at: now, kind: 'major incident', by });
  return { ...told(entered, incident.saidYes, 'serious', by), major: { since: now, by } };
}

/**
 * Makes the incident no longer major. The ladders of additional responders who were asked for that reason end. Those who
 * said yes and those who were asked hear that.
 */
export function declareNotMajor(
  incident: Incident,
  { by, path }: { readonly by: string; readonly path: AnswerPath },
  now: Instant,
): Incident {
  if (incident.major === undefined) return incident;
  const ended = incident.additional.filter(({ why }) => why === 'major');
  const asked = ended.flatMap((ladder) => (ladder.asked ?? []).map(({ responder }) => responder));
  const entered = withEntry(incident, { at: now, kind: 'no major incident', by, path });
  return {
    ...told(entered, [...incident.saidYes, ...asked], 'notSerious', by),
    major: undefined,
    additional: incident.additional.filter(({ why }) => why !== 'major'),
    endedMajor: [...(incident.endedMajor ?? []).filter((one) => !isAmong(ended, one)), ...ended],
  };
}

/** The responder who declared it gets no notice here: they get the answer to their own message. */
function told(
  incident: Incident,
  people: readonly string[],
  kind: 'serious' | 'notSerious',
  by: string,
): Incident {
  const { code, notices } = incident;
  const others = [...new Set(people)].filter((to) => to !== by);
  const fresh = others.map((to): PendingNotice => ({ to, notice: { kind, code } }));
  // What was not sent yet is not true any more.
  const still = notices.filter(({ to, notice }) => !(others.includes(to) && isAboutMajor(notice)));
  return { ...incident, notices: [...still, ...fresh] };
}

function isAboutMajor({ kind }: Notice): boolean {
  return kind === 'serious' || kind === 'notSerious';
}

/**
 * Records what management and the customer have decided. A later decision replaces an earlier one. A decision does not make
 * an incident major: "it can wait until tomorrow" needs nobody.
 */
export function recordDecision(
  incident: Incident,
  { by, words, path }: { readonly by: string; readonly words: string; readonly path: AnswerPath },
  now: Instant,
): Incident {
  const { major } = incident;
  const entered = withEntry(incident, { at: now, kind: 'customer decision', by, words, path });
  return major === undefined
    ? entered
    : { ...entered, major: { ...major, decision: { words, by, at: now } } };
}

/**
 * Asks one more of the people who work on a major incident and have not said yes. Undefined when nobody is missing. As
 * long as a critical incident escalates, the people whom its main ladder asks, has asked or will ask get no ladder of
 * their own.
 */
export function withEverybodyAsked(incident: Incident, onCall: OnCall, now: Instant): Incident | undefined {
  const { major, status } = incident;
  if (major === undefined || (status !== 'acknowledged' && status !== 'escalating')) return undefined;
  for (const role of majorRoles) {
    const responder = onCall[role];
    if (responder === undefined || !isMissing(incident, major, role, responder)) continue;
    const goesOn = goneOnWith(incident, role, responder, now);
    if (goesOn !== undefined) return goesOn;
    const asked = askAdditional(incident, { kind: 'role', role }, { why: 'major', by: major.by, now });
    const one = asked.additional.at(-1);
    const begun = one && carriedOver(incident, one, responder, now);
    return begun === undefined ? asked : withLadder(asked, begun);
  }
  return undefined;
}

/** A ladder that ended so long ago does not go on: its responder is asked anew. */
const goesOnWithinMs = hour;

/**
 * Lets the ladder go on that asked this responder for a major incident before, as far as it had come: they are told that it
 * is major again, and get no page anew. "Serious" and "not serious" in turn page nobody twice.
 */
function goneOnWith(incident: Incident, role: Role, responder: string, now: Instant): Incident | undefined {
  const { endedMajor = [], additional, major } = incident;
  const ladder = endedMajor.find(
    (one) =>
      one.whom.kind === 'role' &&
      one.whom.role === role &&
      stillAsked(one).some((each) => each.responder === responder),
  );
  if (ladder === undefined || ladder.startedAt <= now - goesOnWithinMs) return undefined;
  const asked = {
    ...incident,
    additional: [...additional, ladder],
    endedMajor: endedMajor.filter((one) => one !== ladder),
  };
  return told(asked, [responder], 'serious', major?.by ?? '');
}

function isAmong(ladders: readonly Ladder[], { whom }: Ladder): boolean {
  return ladders.some((one) => JSON.stringify(one.whom) === JSON.stringify(whom));
}

function isMissing(incident: Incident, { by }: MajorIncident, role: Role, responder: string): boolean {
  const { status, ladder, saidYes, additional } = incident;
  if (saidYes.includes(responder) || ladder.declined.includes(responder)) return false;
  const isAsked = additional.some(
    (each) => isAskedBy(each, responder) || (each.whom.kind === 'role' && each.whom.role === role),
  );
  if (isAsked || status !== 'escalating') return !isAsked;
  const isLeft = ladder.silent.includes(responder) || isLeftToLadder(incident, role);
  return !(by === bySeverity && isLeft) && !stillAsked(ladder).some((asked) => asked.responder === responder);
}

/**
 * Whether the main ladder will still ask this role. It will not ask a role whose step it has passed. The secondary waits for
 * it only while it asks an engineer now.
 */
function isLeftToLadder({ ladder, policy }: Incident, role: Role): boolean {
  const step = policy.steps.findLastIndex(({ roles }) => roles.includes(role));
  if (role === 'primary' || step === -1 || ladder.asked === undefined) return true;
  const isEngineerAsked = stillAsked(ladder).some((asked) => asked.role !== 'management');
  return step > ladder.step && (role === 'management' || isEngineerAsked);
}

import type { AnswerPath } from '../incident/answer-path.ts';
import { type Incident, type PendingNotice, stillAsked, withEntry } from '../incident/incident.ts';
import { bySeverity } from '../incident/major.ts';
import type { OnCall } from '../on-call/roster.ts';
import type { Role } from '../organization/organization.ts';
import { type Instant, minute } from '../time/instant.ts';
import { fromLadder } from './carry-over.ts';
import { replaced, summon } from './extra-responders.ts';

/** Whoever speaks with a customer may forget to say what came of it: asked again after so long, and so often at most. */
const assessAgainAfter = 30 * minute;

const maxAsked = 3;

/** Management on a serious incident speaks with the customer: `who` is asked what came of that. */
export function askToAssess(incident: Incident, who: string, now: Instant): Incident {
  const { major, notices, code } = incident;
  if (major === undefined || major.assessment !== undefined) return incident;
  const asked = { who, at: now, times: (major.asked?.times ?? 0) + 1 };
  return {
    ...incident,
    major: { ...major, asked },
    notices: [...notices, { to: who, notice: { kind: 'assess', code } }],
  };
}

/** Brings the question to `now`: asked again, of one who is still on it. */
export function advanceAssessment(incident: Incident, now: Instant): Incident {
  const who = incident.major?.asked?.who;
  return who === undefined || now < nextAssessment(incident) ? incident : askToAssess(incident, who, now);
}

/** When `advanceAssessment` next has something to do; infinite: never. */
export function nextAssessment({ major, status, saidYes }: Incident): Instant {
  const { asked, assessment } = major ?? {};
  const isDone = asked === undefined || assessment !== undefined || asked.times >= maxAsked;
  if (isDone || status === 'resolved' || !saidYes.includes(asked.who)) return Number.POSITIVE_INFINITY;
  return asked.at + assessAgainAfter;
}

/** Who works on a serious incident. */
const everybody: readonly Role[] = ['primary', 'secondary', 'management'];

/** The incident as a serious one, by somebody's word. Those who are on it hear that. */
export function declareMajor(incident: Incident, by: string, now: Instant): Incident {
  if (incident.major !== undefined) return incident;
  const entered = withEntry(incident, { at: now, kind: 'serious', by });
  return { ...told(entered, incident.saidYes, 'serious', by), major: { since: now, by } };
}

/**
 * Somebody's decision that it is not serious any more: nobody is asked for that reason alone. Those who are on it, or were
 * asked, hear that.
 */
export function declareNotMajor(
  incident: Incident,
  { by, path }: { readonly by: string; readonly path: AnswerPath },
  now: Instant,
): Incident {
  if (incident.major === undefined) return incident;
  const asked = incident.summons.flatMap((one) => (one.why === 'serious' ? (one.asked ?? []) : []));
  const entered = withEntry(incident, { at: now, kind: 'not serious', by, path });
  return {
    ...told(entered, [...incident.saidYes, ...asked], 'notSerious', by),
    major: undefined,
    summons: incident.summons.filter(({ why }) => why !== 'serious'),
  };
}

/** The one whose word it is hears of it as the answer to that. */
function told(
  incident: Incident,
  people: readonly string[],
  kind: 'serious' | 'notSerious',
  by: string,
): Incident {
  const { code, notices } = incident;
  const others = [...new Set(people)].filter((to) => to !== by);
  const fresh = others.map((to): PendingNotice => ({ to, notice: { kind, code } }));
  return { ...incident, notices: [...notices, ...fresh] };
}

/**
 * What somebody and the customer made of an incident; a later word takes the place of an earlier one. It does not make an
 * incident serious: "it can wait until tomorrow" asks for nobody.
 */
export function assess(
  incident: Incident,
  { by, words, path }: { readonly by: string; readonly words: string; readonly path: AnswerPath },
  now: Instant,
): Incident {
  const { major } = incident;
  const entered = withEntry(incident, { at: now, kind: 'assessed', by, words, path });
  return major === undefined
    ? entered
    : { ...entered, major: { ...major, assessment: { words, by, at: now } } };
}

/**
 * Has everybody asked who works on a serious incident and has not yet said yes, whoever has it. Whom a critical ladder
 * asks, has asked or will ask in its own time is left to it.
 */
export function withEverybodyAsked(incident: Incident, onCall: OnCall, now: Instant): Incident {
  const { major, status, round } = incident;
  if (major === undefined || (status !== 'acknowledged' && status !== 'escalating')) return incident;
  const isByLadder = status === 'escalating' && major.by === bySeverity;

  const byLadder = status === 'escalating' ? stillAsked(round).map(({ responder }) => responder) : [];
  return everybody.reduce((before, role) => {
    const responder = onCall[role];
    const isNeeded =
      responder !== undefined &&
      !(isByLadder && (round.silent.includes(responder) || isLeftToLadder(incident, role))) &&
      !before.saidYes.includes(responder) &&
      !round.declined.includes(responder) &&
      !byLadder.includes(responder) &&
      !before.summons.some(
        ({ asked, whom }) =>
          asked === responder || (whom.kind === 'responder' && whom.responder === responder),
      );
    if (!isNeeded) return before;
    const asked = summon(before, { kind: 'role', role }, { why: 'serious', by: major.by, now });
    const one = asked.summons.at(-1);
    const begun = one && fromLadder(incident, one, responder, now);
    return begun === undefined ? asked : replaced(asked, begun);
  }, incident);
}

/** The secondary waits for an engineer who is asked first; nobody is left to a ladder whose step for him or her is passed. */
function isLeftToLadder({ round, policy }: Incident, role: Role): boolean {
  const step = policy.steps.findLastIndex(({ roles }) => roles.includes(role));
  if (role === 'primary' || step === -1 || round.asked === undefined) return true;
  const isEngineerAsked = stillAsked(round).some((asked) => asked.role !== 'management');
  return step > round.step && (role === 'management' || isEngineerAsked);
}

import type { Incident, PendingNotice } from '../incident/incident.ts';
import { attemptTo, type Ladder, printAttempt, stepsOf, stillAsked } from '../incident/ladder.ts';

/**
 * Tells those who have heard that it was over that it is open again: who is asked gets one page more, and who works on it
 * gets a notice. The others were told who is asked or has it, and sleep on.
 */
export function toldOpenAgain(incident: Incident, heard: readonly string[]): Incident {
  const { status, saidYes, acknowledgement, code, notices, reopenedAt: at = 0, ladder } = incident;
  const isHeld = status === 'held';
  const fresh = saidYes
    .filter((to) => heard.includes(to))
    .map((to): PendingNotice => {
      const until = to === acknowledgement?.by ? acknowledgement.until : undefined;
      return { to, notice: { kind: 'reopened', code, at, until } };
    });
  return {
    ...incident,
    notices: [...notices, ...fresh],
    ladder: status === 'escalating' ? pagedAgain(incident, ladder, heard) : ladder,
    additional: isHeld
      ? incident.additional
      : incident.additional.map((one) => pagedAgain(incident, one, heard)),
  };
}

/**
 * The end was a person's mistake. Everybody who has heard of it hears that it is open again, and who has it: also those whom
 * nothing asks now.
 */
export function toldToAll(incident: Incident, heard: readonly string[]): Incident {
  const told = toldOpenAgain(incident, heard);
  const { status, code, acknowledgement, additional, ladder } = told;
  const ladders = status === 'escalating' ? [ladder, ...additional] : additional;
  const paged = status === 'held' ? [] : ladders.flatMap(stillAsked).map(({ responder }) => responder);
  const others = heard.filter((to) => !paged.includes(to) && !told.saidYes.includes(to));
  const { by, until } = acknowledgement ?? {};
  const notice = { kind: 'endUndone', code, by, until } as const;
  return { ...told, notices: [...told.notices, ...others.map((to) => ({ to, notice }))] };
}

/** One page more to each person whom a ladder's step asks: by its first SMS, or by what follows when that fails. */
function pagedAgain({ policy }: Incident, ladder: Ladder, heard: readonly string[]): Ladder {
  const paths = stepsOf(policy, ladder)[ladder.step]?.paths ?? [];
  const first = paths.findIndex(({ kind }) => kind === 'sms');
  const again = stillAsked(ladder)
    .filter(({ responder }) => heard.includes(responder))
    .flatMap(({ role }) =>
      paths.map((_, path) => ({ path, name: printAttempt(attemptTo(ladder, role, path)) })),
    )
    .filter(({ name }) => ladder.pages[name] !== undefined);
  const names = again.map(({ name }) => name);
  const pages = Object.entries(ladder.pages).filter(([name]) => !names.includes(name));
  const later = again.filter(({ path }) => path !== first).map(({ name }) => name);
  const sentBefore = [...new Set([...(ladder.sentBefore ?? []), ...later])];
  return { ...ladder, pages: Object.fromEntries(pages), ...(sentBefore.length === 0 ? {} : { sentBefore }) };
}

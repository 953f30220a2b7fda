import fc from 'fast-check';
import { acknowledgedBy } from '../../domain/answers/acknowledge.ts';
import { openTasks } from '../../domain/contact-center/tasks.ts';
import { promiseTimers } from '../../domain/customers/deadlines.ts';
import { timeToTell } from '../../domain/customers/promises.ts';
import { customerTold } from '../../domain/customers/told.ts';
import type { CustomerPromise } from '../../domain/incident/customer.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { SlaTerms } from '../../domain/organization/default-policies.ts';
import { type Act, isDueAct } from '../../domain/paging/timer.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { type Night, operatorReports, says, saysSo } from './escalation/a-night.ts';

/** The terms of ACME: told in 15 minutes, an update each hour, resolved in four hours. */
export const pro: SlaTerms = {
  telling: 'sms',
  copies: false,
  targets: { tellWithinMinutes: 15, updateEveryMinutes: 60, resolveWithinMinutes: 240 },
};

/** The terms of ACME, but the contact center calls this customer instead of an SMS. */
export const called: SlaTerms = { ...pro, telling: 'operator' };

/** Promises such as `organization.yaml` may make. */
export const aCare: fc.Arbitrary<SlaTerms> = fc.record({
  telling: fc.constantFrom('sms' as const, 'operator' as const),
  copies: fc.boolean(),
  targets: fc.record({
    tellWithinMinutes: fc.constantFrom(1, 7, 15, 30),
    updateEveryMinutes: fc.constantFrom(5, 60, 120),
    resolveWithinMinutes: fc.constantFrom(30, 240, 480),
  }),
});

/** What the customer heard, in minutes after the incident was opened: `5 incident`, `12 repair time by Olga`. */
export function heard({ incident }: Night): string[] {
  return incident.timeline.flatMap((entry) => {
    if (entry.kind !== 'customer told' && entry.kind !== 'sent to customer') return [];
    const by = entry.kind === 'customer told' ? ` by ${entry.by}` : '';
    const until = entry.expectedAt === undefined ? '' : ` until ${minutesOf(incident, entry.expectedAt)}`;
    return [`${minutesOf(incident, entry.at)} ${entry.about}${until}${by}`];
  });
}

/** The promises about which operators have an open task. */
export function toTellByOperator({ incident }: Night): CustomerPromise['about'][] {
  return openTasks(incident).flatMap(({ about }) => {
    if (about.kind !== 'tell customer') return [];
    return incident.promises.filter(({ id }) => id === about.promise).map((promise) => promise.about);
  });
}

/** Olga of the contact center tells Joris what a promise is about. */
export function olgaTells(night: Night, about: CustomerPromise['about']): void {
  const task = openTasks(night.incident).find(
    (one) => one.about.kind === 'tell customer' && promiseOf(night, one.about.promise)?.about === about,
  );
  if (task === undefined) throw new Error(`no operator is asked to tell the ${about}`);
  operatorReports(night, { kind: 'done', task: task.id, by: 'Olga', who: 'Joris' });
}

/** An engineer gives the repair time. */
export function saysMinutes(night: Night, by: string, minutes: number): void {
  if (acknowledgedBy(night.incident) !== by) says(night, by, 'yes');
  saysSo(night, { kind: 'update', by, path: 'sms', minutes });
}

/** Keeps the promises for so many seconds, as a driver would, and does nothing else. */
export function keepTo(night: Night, seconds: number): void {
  const end = night.now + seconds * 1000;
  for (;;) {
    const [first] = promiseTimers(night.incident).toSorted((one, other) => one.at - other.at);
    if (first === undefined || first.at > end) break;
    night.now = Math.max(night.now, first.at);
    if (isDueAct(first)) write(night, first.act);
    else night.incident = first.fire(night.onCall, night.now);
  }
  night.now = end;
}

function write(night: Night, decision: Act): void {
  if (decision.kind !== 'customer' || decision.about.kind !== 'promise') throw new Error('no promise');
  const { incident, now, takesSms } = night;
  const promise = promiseOf(night, decision.about.promise);
  const outcome =
    takesSms.own || takesSms.other
      ? { told: [{ name: 'Joris', region: 'eu-central-1' }], failed: [] }
      : { told: [], failed: [{ name: 'Joris', reason: 'InternalError: refused' }] };
  const expectedAt = promise && timeToTell(incident, promise, now);
  night.incident = customerTold(incident, decision.about.promise, { ...outcome, expectedAt }, now);
}

/** When something happened, in minutes after the incident was opened. */
export function minutesOf({ openedAt }: Incident, at: Instant): number {
  return (at - openedAt) / 60_000;
}

function promiseOf({ incident }: Night, id: string): CustomerPromise | undefined {
  return incident.promises.find((one) => one.id === id);
}

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openTasks } from '../../../domain/contact-center/tasks.ts';
import { promiseTimers } from '../../../domain/customers/deadlines.ts';
import { advance, decide } from '../../../domain/escalation/decide.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Entry } from '../../../domain/incident/timeline.ts';
import type { Severity } from '../../../domain/organization/organization.ts';
import { aCare, keepTo } from '../a-customer.ts';
import { anOnCall, aPerson, opened } from '../an-incident.ts';
import { anInstant } from '../any-organization.ts';
import { type Night, nightOf, operatorReports, pass, saysSo } from '../escalation/a-night.ts';
import { aHappening, happen } from '../escalation/any-night.ts';

const often = { numRuns: 60 };

/** An engineer gives a repair time, or an operator does the first open task. */
type OfCustomers =
  | { readonly kind: 'update'; readonly by: string; readonly minutes: number }
  | { readonly kind: 'operator tells' };

const ofCustomers: fc.Arbitrary<OfCustomers> = fc.oneof(
  fc.record({ kind: fc.constant('update' as const), by: aPerson, minutes: fc.integer({ min: 1, max: 90 }) }),
  fc.constant({ kind: 'operator tells' as const }),
);

/** A night of an incident whose customer is promised something, with a driver at work. */
const aNight: fc.Arbitrary<Night> = fc
  .tuple(
    fc.record({
      severity: fc.constantFrom<Severity>('critical', 'high', 'low'),
      now: anInstant,
      slaTerms: aCare,
    }),
    anOnCall,
    fc.array(
      fc.oneof(
        aHappening(['end']).map((happening) => (night: Night) => happen(night, happening)),
        ofCustomers.map((happening) => (night: Night) => happenToCustomer(night, happening)),
      ),
      { maxLength: 15 },
    ),
    fc.boolean(),
  )
  .map(([opening, onCall, happenings, isDriven]) => {
    const night = nightOf(opened(opening), onCall);
    for (const happens of happenings) {
      happens(night);
      if (isDriven) pass(night, 1);
    }
    return night;
  });

function happenToCustomer(night: Night, happening: OfCustomers): void {
  if (happening.kind === 'update') {
    const { by, minutes } = happening;
    saysSo(night, { kind: 'update', by, path: 'sms', minutes });
    return;
  }
  const task = openTasks(night.incident).find(({ about }) => about.kind === 'tell customer');
  if (task !== undefined) operatorReports(night, { kind: 'done', task: task.id, by: 'Olga', who: 'Joris' });
}

type Told = Extract<Entry, { kind: 'customer told' | 'sent to customer' }>;

/** What the customer heard, in order, without the copies. */
function toldPromises({ timeline }: Incident): Told[] {
  return timeline.filter(
    (entry): entry is Told =>
      (entry.kind === 'customer told' || entry.kind === 'sent to customer') && entry.about !== 'copy',
  );
}

function brokenOf({ timeline }: Incident): number {
  return timeline.filter(({ kind }) => kind === 'promise broken').length;
}

describe('any customer', () => {
  test('is told nothing twice', () => {
    fc.assert(
      fc.property(aNight, (night) => {
        keepTo(night, 7200);

        let knows: 'nothing' | 'open' | 'over' = 'nothing';
        let until: number | undefined;
        for (const { about, expectedAt } of toldPromises(night.incident)) {
          if (about === 'incident') expect(knows).not.toBe('open');
          if (about === 'solution') expect(knows).not.toBe('over');
          if (about === 'solution') until = undefined;
          const minute = expectedAt === undefined ? undefined : Math.floor(expectedAt / 60_000);
          if (minute !== undefined) expect(minute).not.toBe(until);
          knows = about === 'solution' ? 'over' : 'open';
          until = minute ?? until;
        }
      }),
      often,
    );
  });

  test('is told what was promised, or management hears that it was not told', () => {
    fc.assert(
      fc.property(aNight, (night) => {
        night.onCall = { ...night.onCall, management: 'els' };
        night.incident = { ...night.incident, notices: [] };
        const brokenBefore = brokenOf(night.incident);

        keepTo(night, 25 * 3600);

        const { promises, notices } = night.incident;
        const isOverdue = ({ dueAt = Number.POSITIVE_INFINITY }) => dueAt <= night.now;
        expect(promises.filter((one) => isOverdue(one) && !one.kept && !one.broken)).toEqual([]);
        const told = notices.filter(({ to, notice }) => to === 'els' && notice.kind === 'promiseBroken');
        expect(told.length > 0).toBe(brokenOf(night.incident) > brokenBefore);
      }),
      often,
    );
  });

  test('knows the state of the incident, once every promise is done', () => {
    fc.assert(
      fc.property(aNight, (night) => {
        for (let times = 0; times < 40; times++) {
          keepTo(night, 3600);
          happenToCustomer(night, { kind: 'operator tells' });
        }

        const { status, promises } = night.incident;
        const last = toldPromises(night.incident).at(-1)?.about;
        if (status === 'resolved') expect(last).toBe('solution');
        else if (status !== 'held') expect(['incident', 'repair time']).toContain(last);
        if (status !== 'held')
          expect(promises.filter(({ about, kept }) => about === 'copy' && !kept)).toEqual([]);
      }),
      often,
    );
  });

  test('has no wait that ends in the past, and advancing twice changes no more than advancing once', () => {
    fc.assert(
      fc.property(aNight, ({ incident, onCall, now }) => {
        const once = advance(incident, onCall, now).incident;

        expect(advance(once, onCall, now).isChanged).toBe(false);
        expect(promiseTimers(once).filter(({ at, kind }) => kind !== 'act' && at <= now)).toEqual([]);
        const decision = decide(once, now);
        if ('until' in decision) expect(decision.until).toBeGreaterThan(now);
      }),
      often,
    );
  });
});

import fc from 'fast-check';
import type { Alarm } from '../../domain/alarm/alarm.ts';
import type { Route } from '../../domain/alarm/route.ts';
import { openIncident } from '../../domain/escalation/open.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { OnCall } from '../../domain/on-call/roster.ts';
import { defaultPolicies, type SlaTerms } from '../../domain/organization/default-policies.ts';
import type {
  EscalationPolicy,
  EscalationStep,
  Path,
  Role,
  Severity,
} from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** Monday 23 November 2026, ten past three at night in Brussels. */
export const tenPastThree: Instant = Date.UTC(2026, 10, 23, 2, 10);

/** Who fills the roles that night. */
export const usualRoster: OnCall = { primary: 'an', secondary: 'chloe', management: 'dirk' };

/** A disk of ACME's is full. */
export const diskFull: Alarm = {
  source: 'native',
  dedupKey: 'db-3/disk',
  eventId: 'request-1',
  state: 'firing',
  occurredAt: tenPastThree,
  summary: 'db-3 disk full 95%',
  service: 'acme-shop',
  raw: '{}',
  warnings: [],
};

const acme: Route = {
  service: 'acme-shop',
  customer: { id: 'acme', name: 'ACME' },
  competence: 'linux',
  roster: 'linux',
  severity: 'high',
  timeZone: 'Europe/Brussels',
  language: 'nl',
  known: true,
};

/** What a test changes of an incident that was just opened. */
export interface Opening {
  readonly alarm?: Alarm;
  readonly severity?: Severity;
  readonly policy?: EscalationPolicy;
  readonly known?: boolean;
  readonly slaTerms?: SlaTerms;
  readonly now?: Instant;
}

/** An incident A7K that its first alarm has just opened, with the default ladder of its severity. */
export function opened({
  alarm = diskFull,
  severity = 'high',
  policy = defaultPolicies[severity],
  known = true,
  slaTerms,
  now = tenPastThree,
}: Opening = {}): Incident {
  return openIncident(alarm, {
    code: 'A7K',
    home: 'eu-central-1',
    route: { ...acme, severity, known },
    policy,
    slaTerms,
    now,
  });
}

/** A person who may be on call, or may answer. */
export const aPerson = fc.constantFrom('an', 'bram', 'chloe', 'dirk', 'els');

/** A roster of a few people. Some have two roles, and some roles are empty. */
export const anOnCall: fc.Arbitrary<OnCall> = fc.record({
  primary: aPersonOrNobody(),
  secondary: aPersonOrNobody(),
  management: aPersonOrNobody(),
});

function aPersonOrNobody(): fc.Arbitrary<string | undefined> {
  return fc.option(aPerson, { nil: undefined, freq: 4 });
}

/** A ladder such as `organization.yaml` may hold: the default ones, or one of its own. */
export const aPolicy: fc.Arbitrary<EscalationPolicy> = fc.oneof(
  fc.constantFrom(...Object.values(defaultPolicies)),
  fc
    .record({
      steps: fc.array(aStep(), { minLength: 1, maxLength: 4 }),
      pauseSeconds: fc.constantFrom<number>(0, 1, 600),
      isHeld: fc.boolean(),
    })
    .map(
      ({ steps, pauseSeconds, isHeld }): EscalationPolicy => ({
        schemaVersion: 1,
        steps,
        roundSeconds: steps.reduce((sum, step) => sum + step.answerWithinSeconds, pauseSeconds),
        ...(isHeld ? { heldUntilMorning: { from: '22:00', until: '07:00' } } : {}),
      }),
    ),
);

function aStep(): fc.Arbitrary<EscalationStep> {
  const someRoles: fc.Arbitrary<Role[]> = fc.subarray(['primary', 'secondary', 'management'], {
    minLength: 1,
  });
  const aFirst = fc.constantFrom('own' as const, 'other' as const);
  return fc
    .tuple(someRoles, fc.integer({ min: 20, max: 400 }), aFirst)
    .chain(([roles, answerWithinSeconds, via]) =>
      fc.array(aPath(answerWithinSeconds - 1), { maxLength: 5 }).map(
        (others): EscalationStep => ({
          roles,
          answerWithinSeconds,
          paths: [
            { kind: 'sms', via, afterSeconds: 0 },
            ...others.sort((one, other) => one.afterSeconds - other.afterSeconds),
          ],
        }),
      ),
    );
}

function aPath(mostSeconds: number): fc.Arbitrary<Path> {
  const afterSeconds = fc.integer({ min: 0, max: mostSeconds });
  return fc.oneof(
    fc.record({
      kind: fc.constant('sms' as const),
      via: fc.constantFrom('own' as const, 'other' as const),
      afterSeconds,
    }),
    fc.record({
      kind: fc.constant('call' as const),
      whom: fc.constantFrom('responder' as const, 'contactCenter' as const),
      afterSeconds,
    }),
  );
}

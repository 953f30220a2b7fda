import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../domain/answer.ts';
import { advance } from '../../domain/climb.ts';
import { type Decision, decide } from '../../domain/escalation.ts';
import type { Severity } from '../../domain/organization.ts';
import type { OnCall } from '../../domain/roster.ts';
import { firesAgain, isOver, look, type Night, nightOf, pages, pass, says, sleep } from './a-night.ts';
import { anOnCall, aPerson, aPolicy, opened } from './an-incident.ts';
import { anInstant } from './any-organization.ts';

/** What may happen in a night. */
type Happening =
  | { readonly kind: 'time passes' | 'no driver runs'; readonly seconds: number }
  | {
      readonly kind: 'answer';
      readonly by: string;
      readonly answer: Answer['kind'];
      readonly minutes?: number;
    }
  | { readonly kind: 'handover'; readonly onCall: OnCall }
  | { readonly kind: 'sms'; readonly own: boolean; readonly other: boolean }
  | { readonly kind: 'resolved' | 'fires again' };

function aHappening(others: readonly ('no driver runs' | 'end')[]): fc.Arbitrary<Happening> {
  const anAnswer = fc.record(
    {
      kind: fc.constant('answer' as const),
      by: aPerson,
      answer: fc.constantFrom('yes' as const, 'no' as const, 'no' as const, 'undo' as const),
      minutes: fc.integer({ min: 1, max: 60 }),
    },
    { requiredKeys: ['kind', 'by', 'answer'] },
  );
  const aWhile = (kind: 'time passes' | 'no driver runs') =>
    fc.record({ kind: fc.constant(kind), seconds: fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 2000 })) });
  return fc.oneof(
    anAnswer,
    aWhile('time passes'),
    fc.record({ kind: fc.constant('handover' as const), onCall: anOnCall }),
    fc.record({ kind: fc.constant('sms' as const), own: fc.boolean(), other: fc.boolean() }),
    ...(others.includes('no driver runs') ? [aWhile('no driver runs')] : []),
    ...(others.includes('end')
      ? [fc.record({ kind: fc.constantFrom('resolved' as const, 'fires again' as const) })]
      : []),
  );
}

function happen(night: Night, happening: Happening): void {
  switch (happening.kind) {
    case 'time passes':
      return pass(night, happening.seconds);
    case 'no driver runs':
      return sleep(night, happening.seconds);
    case 'answer': {
      const { by, answer, minutes } = happening;
      says(night, by, answer, { minutes });
      return;
    }
    case 'handover':
      night.onCall = happening.onCall;
      return;
    case 'sms':
      night.takesSms = { own: happening.own, other: happening.other };
      return;
    case 'resolved':
      return isOver(night);
    case 'fires again':
      if (night.incident.status === 'resolved') firesAgain(night);
  }
}

const anOpening = fc.record({
  policy: aPolicy,
  severity: fc.constantFrom<Severity>('critical', 'high', 'low'),
  now: anInstant,
});

/** A night as it may have come to be, just after something happened and before a driver has looked. */
const aNight: fc.Arbitrary<Night> = fc
  .tuple(anOpening, anOnCall, fc.array(aHappening(['no driver runs', 'end']), { maxLength: 15 }))
  .map(([opening, onCall, happenings]) => {
    const night = nightOf(opened(opening), onCall);
    for (const happening of happenings) happen(night, happening);
    return night;
  });

const anAnyOnCall = anOnCall;
const often = { numRuns: 500 };

describe('any incident', () => {
  test('is never dropped: unresolved, it acts, or waits for a moment still to come', () => {
    fc.assert(
      fc.property(aNight, ({ incident, onCall, now }) => {
        const decision = decide(advance(incident, onCall, now), now);

        if ('until' in decision) expect(decision.until).toBeGreaterThan(now);
        else if (incident.status === 'resolved') expect(['tell', 'end']).toContain(decision.kind);
        else expect(['sms', 'call', 'tell', 'handOver']).toContain(decision.kind);
      }),
      often,
    );
  });

  test('ends only by its resolution', () => {
    fc.assert(
      fc.property(aNight, (night) => {
        const wasResolved = night.incident.status === 'resolved';

        expect(look(night).kind === 'end').toBe(wasResolved);
      }),
      often,
    );
  });

  test('is open again when its alarm fires soon after', () => {
    fc.assert(
      fc.property(aNight, (night) => {
        isOver(night);
        firesAgain(night);

        expect(look(night).kind).not.toBe('end');
        expect(['escalating', 'held']).toContain(night.incident.status);
      }),
      often,
    );
  });

  test('is in exactly one state, and the state has what belongs to it', () => {
    fc.assert(
      fc.property(aNight, ({ incident }) => {
        const { status, acknowledgement, held, resolvedAt } = incident;

        expect(['escalating', 'acknowledged', 'held', 'resolved']).toContain(status);
        expect(held !== undefined).toBe(status === 'held');
        expect(resolvedAt !== undefined).toBe(status === 'resolved');
        if (status !== 'resolved') expect(acknowledgement !== undefined).toBe(status === 'acknowledged');
      }),
      often,
    );
  });

  test('keeps its policy, its code and its route, whatever happens', () => {
    fc.assert(
      fc.property(
        anOpening,
        anOnCall,
        fc.array(aHappening(['end']), { maxLength: 10 }),
        (opening, onCall, all) => {
          const first = opened(opening);
          const night = nightOf(first, onCall);
          for (const happening of all) happen(night, happening);

          const { policy, code, route, openedAt } = night.incident;
          expect({ policy, code, route, openedAt }).toEqual({
            policy: first.policy,
            code: first.code,
            route: first.route,
            openedAt: first.openedAt,
          });
        },
      ),
    );
  });
});

describe('a driver of any incident', () => {
  test('that decides twice decides the same', () => {
    fc.assert(
      fc.property(aNight, ({ incident, onCall, now }) => {
        const advanced = advance(incident, onCall, now);

        expect(decide(advanced, now)).toEqual(decide(advanced, now));
      }),
      often,
    );
  });

  test('that looks twice at the same moment sees the same', () => {
    fc.assert(
      fc.property(aNight, ({ incident, onCall, now }) => {
        const once = advance(incident, onCall, now);

        expect(advance(once, onCall, now)).toBe(once);
      }),
      often,
    );
  });

  test('has something to wait for, or nothing to do, after a few acts', () => {
    fc.assert(
      fc.property(aNight, (night) => {
        const before = night.deeds.length;

        look(night);

        const paths = Math.max(
          ...night.incident.policy.steps.map(({ roles, paths: all }) => roles.length * all.length),
        );
        expect(night.deeds.length - before).toBeLessThanOrEqual(2 * paths + 3);
      }),
      often,
    );
  });

  test('never decides on an attempt again that has an outcome', () => {
    fc.assert(
      fc.property(aNight, fc.nat({ max: 5000 }), (night, seconds) => {
        pass(night, seconds);

        const attempts = night.deeds.flatMap(({ decision }) =>
          'attempt' in decision ? [decision.attempt] : [],
        );
        expect(attempts).toEqual([...new Set(attempts)]);
      }),
      often,
    );
  });

  test('pages nobody while somebody has the incident, while it is held, or when it is over', () => {
    fc.assert(
      fc.property(aNight, ({ incident, onCall, now }) => {
        const advanced = advance(incident, onCall, now);
        const decision = decide(advanced, now);

        if (decision.kind === 'sms' || decision.kind === 'call') expect(advanced.status).toBe('escalating');
      }),
      often,
    );
  });

  test('pages nobody who has said no in the round', () => {
    fc.assert(
      fc.property(aNight, ({ incident, onCall, now }) => {
        const advanced = advance(incident, onCall, now);
        const decision = decide(advanced, now);

        if (decision.kind === 'sms') expect(advanced.round.declined).not.toContain(decision.responder);
      }),
      often,
    );
  });
});

describe('any night, with a driver at work', () => {
  const aWatchedNight = fc.tuple(anOpening, anAnyOnCall, fc.array(aHappening([]), { maxLength: 25 }));

  test('leaves no incident without a page for two rounds, unless somebody has it or it is held', () => {
    fc.assert(
      fc.property(aWatchedNight, ([opening, onCall, happenings]) => {
        const night = nightOf(opened(opening), onCall);
        const pause = 2 * opening.policy.roundSeconds * 1000;
        let quietSince = night.now;
        const watch = (decision: Decision) => {
          const last = night.deeds.findLast(
            (deed) => deed.decision.kind === 'sms' || deed.decision.kind === 'call',
          );
          quietSince = Math.max(quietSince, last?.at ?? 0);
          if (decision.kind === 'taken' || decision.kind === 'hold') quietSince = decision.until;
          expect(night.now - quietSince).toBeLessThanOrEqual(pause);
        };

        for (const happening of happenings) {
          happen(night, happening);
          watch(look(night));
        }
        pass(night, 3 * opening.policy.roundSeconds);
        watch(look(night));
      }),
      often,
    );
  });

  test('has everybody who was paged told that it is over', () => {
    fc.assert(
      fc.property(aWatchedNight, ([opening, onCall, happenings]) => {
        const night = nightOf(opened(opening), onCall);
        for (const happening of happenings) happen(night, happening);
        isOver(night);
        look(night);

        const heard = night.told.filter(({ notice }) => notice.kind === 'over').map(({ to }) => to);
        const paged = night.deeds.flatMap(({ decision }) =>
          decision.kind === 'sms' ? [decision.responder] : [],
        );
        const reached = new Set(paged.filter((responder) => night.incident.paged.includes(responder)));
        expect(heard).toEqual([...new Set(heard)]);
        expect(heard).toEqual(expect.arrayContaining([...reached]));
      }),
      often,
    );
  });

  test('asks somebody at once whenever the roster names anybody who has not said no', () => {
    fc.assert(
      fc.property(anOpening, anAnyOnCall, ({ policy, severity }, onCall) => {
        const night = nightOf(
          opened({ policy: { ...policy, heldUntilMorning: undefined }, severity }),
          onCall,
        );
        look(night);

        expect(pages(night)[0]).toMatch(/^0 (sms|call)/);
      }),
      often,
    );
  });
});

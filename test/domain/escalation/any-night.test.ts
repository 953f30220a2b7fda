import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { advance, decide } from '../../../domain/escalation/decide.ts';
import type { Decision } from '../../../domain/paging/timer.ts';
import { anOnCall, opened } from '../an-incident.ts';
import { driveNow, firesAgain, nightOf, pages, pass, resolveNow } from './a-night.ts';
import { aHappening, aNight, anOpening, happen } from './any-night.ts';

const often = { numRuns: 120 };

describe('any incident', () => {
  test('is never dropped: as long as it is not resolved, it acts, or waits for a moment in the future', () => {
    fc.assert(
      fc.property(aNight, ({ incident, onCall, now }) => {
        const decision = decide(advance(incident, onCall, now).incident, now);

        if ('until' in decision) expect(decision.until).toBeGreaterThan(now);
        else if (incident.status === 'resolved')
          expect(['tell', 'withdraw', 'stopCall', 'end']).toContain(decision.kind);
        else
          expect(['sms', 'call', 'tell', 'queue', 'withdraw', 'stopCall', 'handOver']).toContain(
            decision.kind,
          );
      }),
      often,
    );
  });

  test('ends only when it is resolved', () => {
    fc.assert(
      fc.property(aNight, (night) => {
        const wasResolved = night.incident.status === 'resolved';

        expect(driveNow(night).kind === 'end').toBe(wasResolved);
      }),
      often,
    );
  });

  test('is reopened when its alarm fires again soon after', () => {
    fc.assert(
      fc.property(aNight, (night) => {
        resolveNow(night);
        firesAgain(night);

        expect(driveNow(night).kind).not.toBe('end');
        expect(['escalating', 'acknowledged', 'held']).toContain(night.incident.status);
      }),
      often,
    );
  });

  test('is in exactly one state, and has exactly the data of that state', () => {
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

describe('any night, with a driver at work', () => {
  const aWatchedNight = fc.tuple(anOpening, anOnCall, fc.array(aHappening([]), { maxLength: 25 }));

  test('leaves no incident without a page for two rounds, unless it is acknowledged or held', () => {
    fc.assert(
      fc.property(aWatchedNight, ([opening, onCall, happenings]) => {
        const night = nightOf(opened(opening), onCall);
        const pause = 2 * opening.policy.roundSeconds * 1000;
        let quietSince = night.now;
        const watch = (decision: Decision) => {
          const last = night.acts.findLast(
            (act) => act.decision.kind === 'sms' || act.decision.kind === 'call',
          );
          quietSince = Math.max(quietSince, last?.at ?? 0);
          if (decision.kind === 'acknowledged' || decision.kind === 'hold') quietSince = decision.until;
          expect(night.now - quietSince).toBeLessThanOrEqual(pause);
        };

        for (const happening of happenings) {
          happen(night, happening);
          watch(driveNow(night));
        }
        pass(night, 3 * opening.policy.roundSeconds);
        watch(driveNow(night));
      }),
      often,
    );
  });

  test('tells everybody who was paged that the incident is resolved', () => {
    fc.assert(
      fc.property(aWatchedNight, ([opening, onCall, happenings]) => {
        const night = nightOf(opened(opening), onCall);
        for (const happening of happenings) happen(night, happening);
        resolveNow(night);
        driveNow(night);

        const heard = night.told.filter(({ notice }) => notice.kind === 'over').map(({ to }) => to);
        const paged = night.acts.flatMap(({ decision }) =>
          decision.kind === 'sms' ? [decision.responder] : [],
        );
        const reached = new Set(paged.filter((responder) => night.incident.paged.includes(responder)));
        expect(heard).toEqual([...new Set(heard)]);
        expect(heard).toEqual(expect.arrayContaining([...reached]));
      }),
      often,
    );
  });

  test('begins at once, with a page to a responder on call, or a call to the contact center', () => {
    fc.assert(
      fc.property(anOpening, anOnCall, (opening, onCall) => {
        const night = nightOf(opened(opening), onCall);
        fc.pre(night.incident.status === 'escalating');
        driveNow(night);

        expect(pages(night)[0]).toMatch(/^0 (sms|call)/);
      }),
      often,
    );
  });
});

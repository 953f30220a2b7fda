import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { advance, decide } from '../../../domain/escalation/decide.ts';
import { printAttempt } from '../../../domain/incident/ladder.ts';
import { driveNow, pass } from './a-night.ts';
import { aNight } from './any-night.ts';

const often = { numRuns: 120 };

describe('a driver of any incident', () => {
  test('that decides twice makes the same decision', () => {
    fc.assert(
      fc.property(aNight, ({ incident, onCall, now }) => {
        const advanced = advance(incident, onCall, now).incident;

        expect(decide(advanced, now)).toEqual(decide(advanced, now));
      }),
      often,
    );
  });

  test('that advances twice at the same moment changes nothing the second time', () => {
    fc.assert(
      fc.property(aNight, ({ incident, onCall, now }) => {
        const once = advance(incident, onCall, now).incident;

        expect(advance(once, onCall, now)).toEqual({ incident: once, isChanged: false });
      }),
      often,
    );
  });

  test('has something to wait for, or nothing to do, after a few acts', () => {
    fc.assert(
      fc.property(aNight, (night) => {
        const before = night.acts.length;

        driveNow(night);

        const paths = Math.max(
          ...night.incident.policy.steps.map(({ roles, paths: all }) => roles.length * all.length),
        );
        expect(night.acts.length - before).toBeLessThanOrEqual(2 * paths + 3);
      }),
      often,
    );
  });

  test('never decides again on an attempt that has an outcome', () => {
    fc.assert(
      fc.property(aNight, fc.nat({ max: 1000 }), (night, seconds) => {
        pass(night, seconds);

        const attempts = night.acts.flatMap(({ decision, isPutOff }) =>
          'attempt' in decision && !isPutOff ? [printAttempt(decision.attempt)] : [],
        );
        expect(attempts).toEqual([...new Set(attempts)]);
      }),
      often,
    );
  });

  test('pages nobody by the ladder while an incident is acknowledged, held or resolved', () => {
    fc.assert(
      fc.property(aNight, ({ incident, onCall, now }) => {
        const advanced = advance(incident, onCall, now).incident;
        const decision = decide(advanced, now);

        const isOfLadder = 'attempt' in decision && printAttempt(decision.attempt).startsWith('main/');
        if (isOfLadder) expect(advanced.status).toBe('escalating');
      }),
      often,
    );
  });

  test('pages nobody by the ladder who declined in the round', () => {
    fc.assert(
      fc.property(aNight, ({ incident, onCall, now }) => {
        const advanced = advance(incident, onCall, now).incident;
        const decision = decide(advanced, now);

        const isOfLadder = 'attempt' in decision && printAttempt(decision.attempt).startsWith('main/');
        if (isOfLadder && decision.kind === 'sms')
          expect(advanced.ladder.declined).not.toContain(decision.responder);
      }),
      often,
    );
  });
});

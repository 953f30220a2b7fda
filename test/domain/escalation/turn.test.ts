import { describe, expect, test } from '@jest/globals';
import { firstTurn, isAct, isFor, isWaiting, type Turn, turnOf } from '../../../domain/escalation/decide.ts';
import { defaultPolicies } from '../../../domain/organization/default-policies.ts';
import type { EscalationPolicy } from '../../../domain/organization/organization.ts';
import type { Decision } from '../../../domain/paging/timer.ts';
import { opened, tenPastThree } from '../an-incident.ts';

const later = tenPastThree + 45_000;

const contactCenter = { kind: 'contactCenter' } as const;

const decisions: readonly Decision[] = [
  {
    kind: 'sms',
    via: 'own',
    attempt: { ladder: 'main', round: 1, step: 0, whom: 'primary', path: 0 },
    role: 'primary',
    responder: 'an',
  },
  {
    kind: 'sms',
    via: 'other',
    attempt: { ladder: 'main', round: 1, step: 0, whom: 'primary', path: 1 },
    role: 'primary',
    responder: 'an',
  },
  {
    kind: 'call',
    via: 'own',
    attempt: { ladder: 'main', round: 1, step: 0, whom: 'contactCenter', path: 2 },
    whom: contactCenter,
  },
  { kind: 'tell' },
  { kind: 'await', until: later },
  { kind: 'acknowledged', until: later, by: 'an' },
  { kind: 'hold', until: later, reason: 'low' },
  { kind: 'handOver' },
  { kind: 'end' },
];

function named(decision: Decision): string {
  return 'via' in decision ? `sms through the ${decision.via} region` : decision.kind;
}

describe('the turn of a decision', () => {
  test.each(decisions.map((decision) => [named(decision), decision] as const))(
    'to %s shows the workflow only what its graph tells apart',
    (_, decision) => {
      const { kind, ...rest } = turnOf(decision, 7);

      const isClaimedAgain = decision.kind === 'end' || decision.kind === 'handOver';
      expect(kind).toBe(isClaimedAgain ? 'decide' : decision.kind);
      expect(Object.keys(rest).filter((key) => !['revision', 'via', 'until'].includes(key))).toEqual([]);
      expect(rest.revision).toBe(7);
    },
  );

  test('is only for that decision', () => {
    const turns = decisions.map((decision) => turnOf(decision, 7));

    const fitting = turns.map((turn) => decisions.filter((decision) => isFor(turn, decision)).map(named));

    expect(fitting).toEqual(
      decisions.map((decision) =>
        decision.kind === 'end' || decision.kind === 'handOver' ? [] : [named(decision)],
      ),
    );
  });

  test('either acts, or waits, or decides', () => {
    const groups = decisions.map((decision) => {
      const turn = turnOf(decision, 7);
      return [isAct(turn), isWaiting(turn), turn.kind === 'decide'].filter(Boolean).length;
    });

    expect(new Set(groups)).toEqual(new Set([1]));
  });
});

describe('a wait', () => {
  const wait: Turn = { kind: 'acknowledged', until: later, revision: 7 };

  test('goes on when the acknowledgement becomes longer', () => {
    expect(isFor(wait, { kind: 'acknowledged', by: 'an', until: later + 1 })).toBe(true);
  });

  test('is over when the acknowledgement becomes shorter', () => {
    expect(isFor(wait, { kind: 'acknowledged', by: 'an', until: later - 1 })).toBe(false);
  });

  test('is over when the decision is another kind of wait', () => {
    expect(isFor(wait, { kind: 'await', until: later })).toBe(false);
  });
});

describe('the first turn of an incident', () => {
  test('is the SMS through the own region, before anybody has read the roster', () => {
    expect(firstTurn(opened(), 1)).toEqual({ kind: 'sms', via: 'own', revision: 1 });
  });

  test('is the first SMS of the policy', () => {
    const [step] = defaultPolicies.high.steps;
    const policy: EscalationPolicy = {
      ...defaultPolicies.high,
      steps: [
        {
          roles: ['primary'],
          answerWithinSeconds: 60,
          ...step,
          paths: [{ kind: 'sms', via: 'other', afterSeconds: 0 }],
        },
      ],
    };

    expect(firstTurn(opened({ policy }), 1)).toEqual({ kind: 'sms', via: 'other', revision: 1 });
  });

  test('is to decide when the incident is held', () => {
    expect(firstTurn(opened({ severity: 'low' }), 1)).toEqual({ kind: 'decide', revision: 1 });
  });
});

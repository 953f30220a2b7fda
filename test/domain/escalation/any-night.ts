import fc from 'fast-check';
import { openTasks } from '../../../domain/contact-center/tasks.ts';
import type { OnCall } from '../../../domain/on-call/roster.ts';
import type { Severity } from '../../../domain/organization/organization.ts';
import { anOnCall, aPerson, aPolicy, opened } from '../an-incident.ts';
import { anInstant } from '../any-organization.ts';
import {
  firesAgain,
  type Night,
  nightOf,
  operatorReports,
  pass,
  resolveNow,
  says,
  sleep,
} from './a-night.ts';

/** What may happen in a night. */
export type Happening =
  | { readonly kind: 'time passes' | 'no driver runs'; readonly seconds: number }
  | {
      readonly kind: 'answer';
      readonly by: string;
      readonly answer: 'yes' | 'no' | 'undo' | 'boss' | 'serious' | 'notSerious';
      readonly minutes?: number;
    }
  | { readonly kind: 'handover'; readonly onCall: OnCall }
  | { readonly kind: 'sms'; readonly own: boolean; readonly other: boolean }
  | { readonly kind: 'voice'; readonly calls: Night['calls'] }
  | { readonly kind: 'tasks'; readonly areTaken: boolean }
  /**
   * An operator's report about one of the open tasks: `not reached` and `done` only about tasks that are not
   * confirmations.
   */
  | {
      readonly kind: 'operator';
      readonly word: 'accepted' | 'confirmed' | 'next' | 'management';
      readonly pick: number;
    }
  | { readonly kind: 'resolved' | 'fires again' };

/**
 * Draws one thing that happens. Optionally no driver runs for a while, or the incident is resolved and its alarm fires
 * again.
 */
export function aHappening(others: readonly ('no driver runs' | 'end')[]): fc.Arbitrary<Happening> {
  const anAnswer = fc.record(
    {
      kind: fc.constant('answer' as const),
      by: aPerson,
      answer: fc.constantFrom<Extract<Happening, { kind: 'answer' }>['answer']>(
        ...(['yes', 'yes', 'no', 'no', 'undo', 'boss', 'serious', 'notSerious'] as const),
      ),
      minutes: fc.integer({ min: 1, max: 60 }),
    },
    { requiredKeys: ['kind', 'by', 'answer'] },
  );
  const aWhile = (kind: 'time passes' | 'no driver runs') =>
    fc.record({ kind: fc.constant(kind), seconds: fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 1000 })) });
  return fc.oneof(
    anAnswer,
    aWhile('time passes'),
    fc.record({ kind: fc.constant('handover' as const), onCall: anOnCall }),
    fc.record({ kind: fc.constant('sms' as const), own: fc.boolean(), other: fc.boolean() }),
    fc.record({ kind: fc.constant('voice' as const), calls: fc.constantFrom(...callOutcomes) }),
    fc.record({ kind: fc.constant('tasks' as const), areTaken: fc.boolean() }),
    fc.record({
      kind: fc.constant('operator' as const),
      word: fc.constantFrom(
        'accepted' as const,
        'confirmed' as const,
        'next' as const,
        'management' as const,
      ),
      pick: fc.nat({ max: 5 }),
    }),
    ...(others.includes('no driver runs') ? [aWhile('no driver runs')] : []),
    ...(others.includes('end')
      ? [fc.record({ kind: fc.constantFrom('resolved' as const, 'fires again' as const) })]
      : []),
  );
}

const callOutcomes: readonly Night['calls'][] = [
  { kind: 'called', region: 'eu-central-1', contactId: 'contact-1', refusals: [] },
  { kind: 'failed', refusals: [] },
  'busy',
];

/** Applies what happens to the night. */
export function happen(night: Night, happening: Happening): void {
  switch (happening.kind) {
    case 'time passes':
      pass(night, happening.seconds);
      return;
    case 'no driver runs':
      sleep(night, happening.seconds);
      return;
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
    case 'voice':
      night.calls = happening.calls;
      return;
    case 'tasks':
      night.takesTasks = happening.areTaken;
      return;
    case 'operator':
      operatorHappens(night, happening);
      return;
    case 'resolved':
      resolveNow(night);
      return;
    case 'fires again':
      if (night.incident.status === 'resolved') firesAgain(night);
  }
}

function operatorHappens(night: Night, { word, pick }: Extract<Happening, { kind: 'operator' }>): void {
  const open = openTasks(night.incident);
  const task = open[pick % Math.max(1, open.length)];
  if (task === undefined) return;
  const isToConfirm = task.about.kind === 'confirm' || word === 'accepted';
  operatorReports(night, { kind: isToConfirm ? word : 'done', task: task.id, by: 'Olga' });
}

/** Draws how an incident opens: with any ladder, at any time. */
export const anOpening = fc.record({
  policy: aPolicy,
  severity: fc.constantFrom<Severity>('critical', 'high', 'low'),
  now: anInstant,
});

/** Draws a night in which something has just happened, and no driver has acted on it. */
export const aNight: fc.Arbitrary<Night> = fc
  .tuple(anOpening, anOnCall, fc.array(aHappening(['no driver runs', 'end']), { maxLength: 15 }))
  .map(([opening, onCall, happenings]) => {
    const night = nightOf(opened(opening), onCall);
    for (const happening of happenings) happen(night, happening);
    return night;
  });

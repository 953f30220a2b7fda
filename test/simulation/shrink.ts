import type { MessageMove, Move, Night, ResponderPlan, TaskMove } from './night.ts';

/**
 * The number of nights that are tried to find a smaller one. Each takes a fresh laptop and some seconds of real time.
 */
const mostTries = 60;
const longestMs = 120_000;

/** The result of the search for a smaller night. */
export interface Shrunk {
  readonly night: Night;
  readonly tries: number;
}

/** Leaves out one part after the other, as long as the rest still goes wrong. */
export async function shrink(night: Night, isWrong: (smaller: Night) => Promise<boolean>): Promise<Shrunk> {
  let smallest = night;
  let tries = 0;
  const until = performance.now() + longestMs;
  for (let skipped = 0; tries < mostTries && performance.now() < until; ) {
    const next = smallerNights(smallest)[skipped];
    if (next === undefined) break;
    tries += 1;
    if (await isWrong(next)) smallest = next;
    else skipped += 1;
  }
  return { night: smallest, tries };
}

/** The night without one of its parts. The large parts come first. */
export function smallerNights(night: Night): readonly Night[] {
  const { alarms, responders, operators, customers, troubles } = night;
  return [
    ...troubles.map((trouble) => ({ ...night, troubles: without(troubles, trouble) })),
    ...(isEmpty(operators) ? [] : [{ ...night, operators: { onTask: [], onCall: [] } }]),
    ...(isEmpty(customers) ? [] : [{ ...night, customers: { onQuestion: [], onNews: [] } }]),
    ...Object.entries(responders)
      .filter(([, plan]) => !isEmpty(plan))
      .map(([id]) => withResponder(night, id, { onPage: [], onNotice: [], onCall: [] })),
    ...(alarms.length === 1 ? [] : alarms.map((alarm) => ({ ...night, alarms: without(alarms, alarm) }))),
    ...alarms.flatMap((alarm) =>
      alarm.events.slice(1).map((event) => ({
        ...night,
        alarms: replaced(alarms, alarm, { ...alarm, events: without(alarm.events, event) }),
      })),
    ),
    ...Object.entries(responders).flatMap(([id, plan]) =>
      smallerPlans(plan).map((smaller) => withResponder(night, id, smaller)),
    ),
    ...operators.onTask
      .flatMap((task) => smallerTasks(task).map((smaller) => replaced(operators.onTask, task, smaller)))
      .map((onTask) => ({ ...night, operators: { ...operators, onTask } })),
  ];
}

function isEmpty(plan: object): boolean {
  return Object.values(plan).every((moves: readonly unknown[]) => moves.length === 0);
}

function withResponder(night: Night, id: string, plan: ResponderPlan): Night {
  return { ...night, responders: { ...night.responders, [id]: plan } };
}

function smallerPlans(plan: ResponderPlan): readonly ResponderPlan[] {
  const { onPage, onNotice, onCall } = plan;
  return [
    ...onPage.flatMap((move) =>
      smallerMoves(move).map((one) => ({ ...plan, onPage: replaced(onPage, move, one) })),
    ),
    ...onNotice.flatMap((move) =>
      smallerMoves(move).map((one) => ({ ...plan, onNotice: replaced(onNotice, move, one) })),
    ),
    ...onCall
      .filter(({ kind }) => kind !== 'rings out')
      .map((move) => ({ ...plan, onCall: replaced(onCall, move, { kind: 'rings out' }) })),
  ];
}

function smallerMoves(move: Move): readonly Move[] {
  if (move.kind === 'nothing') return [];
  const { againAfter, then, ...rest } = move;
  const once: MessageMove = { ...rest, then };
  return [
    { kind: 'nothing' },
    ...(againAfter === undefined ? [] : [once]),
    ...then.map((next) => ({ ...move, then: without(then, next) })),
  ];
}

function smallerTasks(task: TaskMove): readonly TaskMove[] {
  if (task.kind === 'nothing') return [];
  const { inConnect, ...rest } = task;
  return [
    { kind: 'nothing' },
    ...(inConnect === undefined ? [] : [rest]),
    ...task.presses.map((press) => ({ ...task, presses: without(task.presses, press) })),
  ];
}

function without<T>(all: readonly T[], one: T): readonly T[] {
  return all.filter((other) => other !== one);
}

function replaced<T>(all: readonly T[], one: T, by: T): readonly T[] {
  return all.map((other) => (other === one ? by : other));
}

import type { Run } from '../../../aws/workflow/executions.ts';
import type { Alarm } from '../../../domain/alarm/alarm.ts';
import { isWaiting, type Turn } from '../../../domain/escalation/decide.ts';
import { accept } from '../../../lambda/alarms/accept.ts';
import type { ReadyCodes } from '../../../lambda/alarms/codes.ts';
import { type StepEvent, takeStep } from '../../../lambda/driving/driver.ts';
import { guard } from '../../../lambda/driving/guard.ts';
import { applyAnswer } from '../../../lambda/incidents/change-incident.ts';
import { firing, key, type World } from './world.ts';

/** Times that Step Functions invokes a function that fails, in all. */
const tries = 3;

/** States that an execution enters in one run. */
const maxStates = 1000;

/** An execution: takes turns, and waits where there is something to wait for, as the state machine does. */
export async function execution(world: World, run: Run, name: string): Promise<void> {
  let turn: Turn | undefined = run.turn;
  for (let state = 0; state < maxStates && turn !== undefined; state++) {
    if (turn.kind === 'end' || turn.kind === 'handedOver' || turn.kind === 'superseded') return;
    turn = isWaiting(turn)
      ? await wait(world, run, turn, `${name}/${state}`)
      : await step(world, { ...stepOf(run), turn }, name);
  }
}

function stepOf({ key: incident, generation, epoch }: Run): Omit<StepEvent, 'turn'> {
  return { incident, generation, epoch };
}

/** One state: its function is invoked again when it dies. Undefined: it has died each time, and the execution with it. */
async function step(world: World, event: StepEvent, name: string): Promise<Turn | undefined> {
  for (let count = 0; count < tries; count++) {
    const next = await world.invoke(`driver ${name}`, async (cell, by) => {
      const turn = await takeStep(cell, event);
      if (turn === event.turn) world.properties.sleeps(by, event);
      return turn;
    });
    if (next !== undefined) return next;
  }
  return undefined;
}

/** A state that waits: until it is woken, or its time is up, or its function has failed. */
async function wait(
  world: World,
  run: Run,
  turn: Extract<Turn, { readonly until: number }>,
  token: string,
): Promise<Turn | undefined> {
  const woken = new Promise<Turn>((resolve) => {
    world.waits.set(token, { turn, wake: resolve });
  });
  const failed = new Promise<undefined>((resolve) => {
    void step(world, { ...stepOf(run), turn, taskToken: token }, token).then((next) => {
      if (next === undefined) resolve(undefined);
    });
  });
  const next = await Promise.race([woken, failed]);
  world.waits.delete(token);
  return next;
}

/** Every incident of a run has the same code: nobody looks one up. */
const oneCode: ReadyCodes = {
  draw: async () => 'A7K',
  giveBack: () => undefined,
  refill: async () => undefined,
};

/** An event of the alarm, delivered. `diesBefore`: the call before which its function is killed. */
export async function alarm(world: World, event: Alarm, diesBefore?: string): Promise<void> {
  const accepted = await world.invoke(`alarm ${event.state}`, (cell, by) => {
    by.diesBefore = diesBefore;
    return accept(cell, oneCode, event);
  });
  if (accepted !== undefined && event.state === 'firing') {
    world.properties.accepted(event.occurredAt, world.incidentItem());
  }
}

/** A responder's word, delivered. */
export async function says(world: World, kind: 'yes' | 'no' | 'undo', id: string): Promise<void> {
  const generation = world.incidentItem()?.generation;
  if (generation === undefined) return;
  const stored = await world.invoke(`answer ${id}`, async (cell) => {
    const refusal = await applyAnswer(
      cell,
      { key, generation, code: 'A7K' },
      { kind, by: 'an', path: 'sms', id },
    );
    // There may be no end to take back. Every other word must be stored.
    return kind === 'undo' && refusal !== undefined ? undefined : 'stored';
  });
  if (stored !== undefined) world.properties.answered(id, generation, world.incidentItem());
}

/** A guardian checks the incident. */
export async function guardianSweeps(world: World, name: string): Promise<void> {
  await world.invoke(`guardian ${name}`, (cell) => guard(cell, key));
}

/** The alarm's events, by when they occurred after its first. */
export function event(afterMs: number, state: Alarm['state'] = 'firing'): Alarm {
  return { ...firing, state, occurredAt: firing.occurredAt + afterMs, eventId: `${state}-${afterMs}` };
}

import type { Parts } from '../../kernel/parts.ts';
import type { Handling } from '../../phones/calls.ts';
import type { Contact, TaskOrder, TaskView } from './contact.ts';
import type { TellContactEvent } from './contact-events.ts';
import { runFlow } from './flow/run/run-flow.ts';
import { flowContact } from './flow-contact.ts';
import { type TaskLife, taskLife } from './task-life.ts';

/** A task, from the moment in which the API accepted it. */
export interface Task extends Contact {
  /** What operators see of it; undefined before it has reached a queue. */
  view(): TaskView | undefined;
  handle(action: TaskAction): Handling;
}

/** Makes a task and runs its flow. A dropped task is visible to the API only. */
export function placeTask(
  parts: Parts,
  order: TaskOrder,
  { tellEvent, drop }: { readonly tellEvent: TellContactEvent; readonly drop: boolean },
): Task {
  const life = taskLife(parts, order, drop ? () => {} : tellEvent);
  if (drop) life.tell('accepted, and never reaches a queue');
  else void run(parts, order, life);
  return {
    attributes: order.attributes,
    record: life.record,
    view: life.view,
    isOver: life.isOver,
    stop: () => life.end('stopped'),
    handle: (action) => handle(life, action),
  };
}

async function run(parts: Parts, order: TaskOrder, life: TaskLife): Promise<void> {
  const contact = flowContact(
    parts,
    { ...order, channel: 'TASK' },
    {
      tell: life.tell,
      isOver: life.isOver,
      end: () => life.end('ended by its flow'),
      say: noVoice,
      gather: noVoice,
      enqueue(arn) {
        const queue = order.instance.queues.get(arn);
        if (queue === undefined) return 'no such queue';
        if (queue.waiting.size >= queue.maxContacts) return 'at capacity';
        life.enqueue(queue);
        return 'queued';
      },
    },
  );
  try {
    await runFlow(order.contactFlow, contact, parts.visits);
  } catch (error) {
    life.tell(`NOT KNOWN: ${error instanceof Error ? error.message : String(error)}`);
    life.end('ended');
  } finally {
    contact.rest();
  }
}

function noVoice(): never {
  throw new Error('in a task nobody listens: what AWS makes of speech there is not known here');
}

function handle(life: TaskLife, { kind, operator }: TaskAction): Handling {
  const task = life.view();
  if (task === undefined) return { kind: 'unknown' };
  if (task.status === 'ended') return { kind: 'impossible', reason: 'the task has ended' };
  if (kind === 'accept' && task.operator !== undefined) {
    return { kind: 'impossible', reason: `${task.operator} has accepted the task already` };
  }
  if (kind === 'accept') life.accept(operator);
  else if (kind === 'reject') life.reject(operator);
  else life.end(`ended by ${operator}`);
  return { kind: 'done' };
}

/** What an operator does with a task. A rejected task stays in the queue, or goes back to it, for the others. */
export interface TaskAction {
  readonly kind: 'accept' | 'reject' | 'end';
  readonly operator: string;
}

/** The tasks of all contact centers, as the operators see and handle them. */
export interface Tasks {
  /** All tasks since the start, oldest first. */
  all(): readonly TaskView[];
  handle(id: string, action: TaskAction): Handling;
}

/** Operators of a stopped region cannot do anything. Its tasks keep waiting. */
export function tasksOf(byId: ReadonlyMap<string, Task>, isStopped: (region: string) => boolean): Tasks {
  return {
    all: () => [...byId.values()].flatMap((task) => task.view() ?? []),
    handle(id, action) {
      const task = byId.get(id);
      const view = task?.view();
      if (task === undefined || view === undefined) return { kind: 'unknown' };
      if (isStopped(view.region)) return { kind: 'impossible', reason: `${view.region} is stopped` };
      return task.handle(action);
    },
  };
}

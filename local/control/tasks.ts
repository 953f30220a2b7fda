import { problem } from '../kernel/problem.ts';
import type { AwsAnswer } from '../kernel/service.ts';
import type { Lockstep } from '../quiet/lockstep.ts';
import type { TaskAction, Tasks } from '../services/connect/task.ts';
import { bad, fields, json } from './body.ts';

/** The interface for the operators of the contact centers. */
export interface TaskParts {
  readonly tasks: Tasks;
  readonly lockstep: Lockstep;
}

/** `POST /local/tasks/{id}`: an operator handles a task. */
export async function handleTask(
  { tasks, lockstep }: TaskParts,
  body: unknown,
  [, name = '']: RegExpExecArray,
): Promise<AwsAnswer> {
  const action = taskAction(body);
  const id = decodeURIComponent(name);
  await lockstep.turn({ kind: 'request', content: `${id} ${JSON.stringify(action)}` });
  const handling = tasks.handle(id, action);
  if (handling.kind === 'unknown') return problem(404, 'Not found', `There is no task ${id}`);
  return handling.kind === 'done' ? json({}) : problem(409, 'Impossible', handling.reason);
}

const longestName = 100;

function taskAction(body: unknown): TaskAction {
  const { action, operator = 'operator' } = fields(body, ['action', 'operator']);
  if (action !== 'accept' && action !== 'reject' && action !== 'end') {
    throw bad(`action: accept, reject or end, got ${JSON.stringify(action)}`);
  }
  if (typeof operator !== 'string' || operator.trim() === '' || operator.length > longestName) {
    throw bad(`operator: a name of at most ${longestName} characters, got ${JSON.stringify(operator)}`);
  }
  return { kind: action, operator: operator.trim() };
}

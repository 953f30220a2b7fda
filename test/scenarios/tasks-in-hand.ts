import type { TaskView } from '../../local/services/connect/contact.ts';
import type { TaskAction } from '../../local/services/connect/task.ts';
import type { CallLocal } from './call-to.ts';

/** What operators do with their tasks. Each function waits until all that follows at once has happened. */
export interface TasksInHand {
  /** All tasks since the start, oldest first. */
  tasks(): Promise<readonly TaskView[]>;
  accept(task: Pick<TaskView, 'id'>, operator?: string): Promise<void>;
  /** Puts the task back into the queue, for other operators. */
  reject(task: Pick<TaskView, 'id'>, operator?: string): Promise<void>;
  end(task: Pick<TaskView, 'id'>, operator?: string): Promise<void>;
}

export function tasksInHand(call: CallLocal, skip: (seconds: number) => Promise<void>): TasksInHand {
  const handle =
    (action: TaskAction['kind']): TasksInHand['accept'] =>
    async ({ id }, operator = 'els') => {
      await call('POST', `/local/tasks/${id}`, { action, operator });
      await skip(0);
    };
  return {
    tasks: async () => (await call<{ readonly tasks: readonly TaskView[] }>('GET', '/local/state')).tasks,
    accept: handle('accept'),
    reject: handle('reject'),
    end: handle('end'),
  };
}

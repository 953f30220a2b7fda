import type { Handling } from '../../phones/calls.ts';
import type { Task } from './task.ts';
import type { TaskAction, TaskView } from './task-view.ts';

/** The tasks as the operators of all contact centers see and handle them. */
export interface Tasks {
  /** All since the start, oldest first. */
  all(): readonly TaskView[];
  handle(id: string, action: TaskAction): Handling;
}

/** Operators of a region that is stopped can do nothing; what waits there waits on. */
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

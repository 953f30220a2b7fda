import { type Branch, pause } from './branch.ts';
import type { States } from './definition.ts';
import type { Visit } from './visit.ts';

/** A graph that runs beside others: a branch, or an iteration. */
export interface Child {
  readonly states: States;
  readonly input: unknown;
  readonly item?: { readonly Index: number; readonly Value: unknown };
}

/**
 * Runs graphs side by side, at most `concurrency` at once. The first failure stops the others and becomes the failure
 * of all.
 */
export async function runChildren(
  visit: Visit,
  children: readonly Child[],
  concurrency: number,
): Promise<unknown[]> {
  const { branch } = visit;
  return pause<unknown[]>(branch, `inside ${visit.name}`, (done, fail) => {
    const siblings = new AbortController();
    const outputs: unknown[] = [];
    let next = 0;
    const work = async () => {
      while (next < children.length) {
        const index = next++;
        const child = children[index];
        if (child !== undefined) outputs[index] = await runChild(branch, child, siblings.signal);
      }
    };
    const workers = Array.from({ length: Math.min(concurrency, children.length) }, work);
    Promise.all(workers).then(() => done(outputs), fail);
    return () => siblings.abort();
  });
}

async function runChild(
  { run, scope, lastEvent }: Branch,
  child: Child,
  signal: AbortSignal,
): Promise<unknown> {
  const branch: Branch = {
    run,
    signal,
    scope: scope.inner(),
    lastEvent,
    rest: run.host.begin('a branch'),
    ...(child.item === undefined ? {} : { item: child.item }),
  };
  try {
    return await run.graph(branch, child.states, child.input);
  } finally {
    branch.rest();
  }
}

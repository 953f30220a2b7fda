import { type Branch, note, sleepUntil, transition } from '../branch.ts';
import type { Catcher, Retrier, State, States } from '../definition.ts';
import { covers, errorOutput, isStateFailure, type StateFailure, stateFailure } from '../failure.ts';
import { nextRetry, type RetryBook } from '../retry.ts';
import { behave } from '../states/behave.ts';
import { leave, type Step, type Visit } from '../visit.ts';

/** Runs a graph from its start to one of its ends. Returns the output. */
export async function runGraph(
  branch: Branch,
  { StartAt, States: states }: States,
  input: unknown,
): Promise<unknown> {
  let step: Step = { kind: 'onward', next: StartAt, output: input };
  while (step.kind === 'onward') {
    const state = states[step.next];
    if (state === undefined) throw new Error(`The definition has no state '${step.next}'`);
    step = await goThrough(await enter(branch, step.next, state, step.output));
  }
  return step.output;
}

async function enter(branch: Branch, name: string, state: State, input: unknown): Promise<Visit> {
  await transition(branch);
  const enteredEvent = note(branch, `${state.Type}StateEntered`, {
    stateEnteredEventDetails: { name, input: JSON.stringify(input) },
  });
  return { branch, name, state, input, enteredAt: branch.run.host.now(), enteredEvent, retryCount: 0 };
}

async function goThrough(visit: Visit): Promise<Step> {
  const { branch, state } = visit;
  const book: RetryBook = new Map();
  for (;;) {
    const tried = await attempt(visit, () => behave(visit));
    if ('step' in tried) return tried.step;

    const delay = nextRetry(retriersOf(state), book, tried.failure, branch.run.host.random);
    if (delay === undefined) return rescue(visit, tried.failure);
    await sleepUntil(branch, branch.run.host.now() + delay, `retrying ${visit.name}`);
    await transition(branch);
    visit.retryCount += 1;
  }
}

async function rescue(visit: Visit, failure: StateFailure): Promise<Step> {
  const catchers = catchersOf(visit.state);
  const index = catchers.findIndex(({ ErrorEquals }) => covers(ErrorEquals, failure));
  const catcher = catchers[index];
  if (catcher === undefined) throw failure;
  const sight = { errorOutput: errorOutput(failure) };
  const tried = await attempt(visit, () =>
    leave(visit, {
      exit: catcher,
      to: catcher,
      otherwise: sight.errorOutput,
      sight,
      within: `Catch[${index}]/`,
    }),
  );
  if ('step' in tried) return tried.step;
  throw tried.failure;
}

/**
 * Only failures of the language are handled. Everything else, such as a stopped execution or a fault of ours, passes
 * through.
 */
async function attempt(
  visit: Visit,
  action: () => Promise<Step>,
): Promise<{ readonly step: Step } | { readonly failure: StateFailure }> {
  try {
    return { step: await action() };
  } catch (thrown) {
    if (!isStateFailure(thrown)) throw thrown;
    return { failure: located(visit, thrown) };
  }
}

const prefix = 'An error occurred while executing the state ';

/** Adds the state to the cause, once, when the interpreter itself found the error. */
function located(visit: Visit, failure: StateFailure): StateFailure {
  const { error, reason, location, aliases } = failure;
  const ours = location !== undefined || (visit.state.Type !== 'Fail' && error.startsWith('States.'));
  if (!ours || reason === undefined || reason.startsWith(prefix)) return failure;

  const cause = `${prefix}'${visit.name}' (entered at the event id #${visit.enteredEvent}). ${reason}`;
  if (location !== undefined) {
    note(visit.branch, 'EvaluationFailed', {
      evaluationFailedEventDetails: { error, cause, location, state: visit.name },
    });
  }
  return stateFailure(error, cause, { aliases });
}

function retriersOf(state: State): readonly Retrier[] {
  return ('Retry' in state && state.Retry) || [];
}

function catchersOf(state: State): readonly Catcher[] {
  return ('Catch' in state && state.Catch) || [];
}

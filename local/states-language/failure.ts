/** An error of the language, with a name. Retry and Catch compare that name, and an execution may end with it. */
export interface StateFailure extends Error {
  readonly error: string;
  readonly reason?: string;
  /** Other names that Retry and Catch may use for it. */
  readonly aliases: readonly string[];
  /** The field whose expression failed, if an expression did. */
  readonly location?: string;
}

type Extras = Partial<Pick<StateFailure, 'aliases' | 'location'>>;

/** Makes an error that Retry and Catch may handle. */
export function stateFailure(error: string, reason?: string, extras: Extras = {}): StateFailure {
  const own = { error, aliases: [], ...(reason === undefined ? {} : { reason }), ...extras };
  return Object.assign(new Error(`${error}: ${reason ?? 'no cause'}`), own);
}

/**
 * The error of an expression that failed, or that has a wrong type of value. `location` is its field, such as
 * `Output/answer[0]`.
 */
export function expressionFailure(reason: string, location: string): StateFailure {
  return stateFailure('States.QueryEvaluationError', reason, { location });
}

/** Whether this is an error of the language, and not a fault of ours. */
export function isStateFailure(thrown: unknown): thrown is StateFailure {
  return thrown instanceof Error && 'error' in thrown && 'aliases' in thrown;
}

/** States.ALL does not cover these two. */
const terminal = ['States.DataLimitExceeded', 'States.Runtime'];

/** Whether a Retrier or Catcher handles this failure. */
export function covers(errorEquals: readonly string[], failure: StateFailure): boolean {
  if (failure.error === 'States.Runtime') return false;
  return errorEquals.some((name) => {
    if (name === failure.error || failure.aliases.includes(name)) return true;
    if (name === 'States.ALL') return !terminal.includes(failure.error);
    if (name === 'States.TaskFailed') return ![...terminal, 'States.Timeout'].includes(failure.error);
    return false;
  });
}

/** The object that a Catcher sees as `$states.errorOutput`. */
export function errorOutput({ error, reason }: StateFailure): { Error: string; Cause?: string } {
  return { Error: error, ...(reason === undefined ? {} : { Cause: reason }) };
}

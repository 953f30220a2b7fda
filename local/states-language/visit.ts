import { type Branch, note } from './branch.ts';
import type { Exit, State, Template } from './definition.ts';
import { withinLimit } from './limits.ts';
import { evaluateTemplate } from './template.ts';

/** One visit to a state, with all its tries. */
export interface Visit<S extends State = State> {
  readonly branch: Branch;
  readonly name: string;
  readonly state: S;
  readonly input: unknown;
  readonly enteredAt: number;
  readonly enteredEvent: number;
  /** The number of tries before this one. */
  retryCount: number;
}

/** The result of a state. */
export type Step =
  | { readonly kind: 'onward'; readonly next: string; readonly output: unknown }
  | { readonly kind: 'ended'; readonly output: unknown };

/** The values that some fields see, beside the input, the variables and the context. */
export interface Sight {
  readonly result?: unknown;
  readonly errorOutput?: unknown;
  readonly token?: string;
  readonly item?: { readonly Index: number; readonly Value: unknown };
}

/** The value of a field of the visited state. */
export async function evaluateField(
  visit: Visit,
  template: Template,
  location: string,
  sight: Sight = {},
): Promise<unknown> {
  const { branch, input } = visit;
  const { result, errorOutput } = sight;
  const states = { input, result, errorOutput, context: contextOf(visit, sight) };
  const bindings = { ...branch.run.functions, ...branch.scope.visible(), states };
  return evaluateTemplate(template, bindings, location);
}

function contextOf(visit: Visit, { token, item = visit.branch.item }: Sight): Record<string, unknown> {
  return {
    ...visit.branch.run.context,
    State: {
      EnteredTime: new Date(visit.enteredAt).toISOString(),
      Name: visit.name,
      RetryCount: visit.retryCount,
    },
    ...(token === undefined ? {} : { Task: { Token: token } }),
    ...(item === undefined ? {} : { Map: { Item: item } }),
  };
}

/** The way by which a state is left. */
export interface Leaving {
  readonly exit: Exit;
  readonly to: { readonly Next?: string; readonly End?: boolean };
  /** The output when `Output` is absent. */
  readonly otherwise: unknown;
  readonly sight?: Sight;
  /** The place of `exit` in the state: `Catch[0]/`. */
  readonly within?: string;
}

/**
 * Leaves a state. `Assign` and `Output` both see the old values of the variables. The assignments take effect after
 * that.
 */
export async function leave(visit: Visit, leaving: Leaving): Promise<Step> {
  const { exit, to, otherwise, sight, within = '' } = leaving;
  const assigned = await evaluateField(visit, exit.Assign ?? {}, `${within}Assign`, sight);
  withinLimit(assigned, 'What is assigned');
  const output =
    exit.Output === undefined ? otherwise : await evaluateField(visit, exit.Output, `${within}Output`, sight);
  withinLimit(output, 'The output');

  visit.branch.scope.assign(assigned as Record<string, unknown>);
  note(visit.branch, `${visit.state.Type}StateExited`, {
    stateExitedEventDetails: { name: visit.name, output: JSON.stringify(output) },
  });
  if (to.Next === undefined) return { kind: 'ended', output };
  visit.branch.run.host.left({ from: visit.name, to: to.Next, within });
  return { kind: 'onward', next: to.Next, output };
}

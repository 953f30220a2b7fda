/** A contact flow, read and checked: what happens to a contact, action by action. */
export interface Flow {
  readonly start: string;
  readonly actions: ReadonlyMap<string, FlowAction>;
}

export interface FlowAction {
  readonly id: string;
  readonly type: string;
  readonly parameters: FlowParameters;
  /** Absent when the flow ends here. */
  readonly next: string | undefined;
  readonly conditions: readonly FlowCondition[];
  readonly errors: readonly FlowErrorBranch[];
}

/** All values are texts, at any depth. */
export type FlowParameters = { readonly [name: string]: string | FlowParameters };

export interface FlowCondition {
  readonly operator: string;
  readonly operands: readonly string[];
  readonly next: string;
}

export interface FlowErrorBranch {
  readonly type: string;
  readonly next: string;
}

/** A parameter that is a text; undefined when absent. */
export function textParameter(parameters: FlowParameters, name: string): string | undefined {
  const value = parameters[name];
  return typeof value === 'string' ? value : undefined;
}

/** A parameter that contains others; empty when absent. */
export function groupParameter(parameters: FlowParameters, name: string): FlowParameters {
  const value = parameters[name];
  return typeof value === 'object' ? value : {};
}

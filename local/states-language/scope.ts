/** The variables that a state can see: those of its own graph and of the graphs around it. */
export interface Scope {
  /** All variables by name, with their current values. */
  visible(): Readonly<Record<string, unknown>>;
  assign(values: Readonly<Record<string, unknown>>): void;
  /** The scope of a branch or an iteration. It sees these variables. Its own stay inside. */
  inner(): Scope;
}

/** A scope without variables of its own. */
export function newScope(outer?: Scope): Scope {
  let own: Readonly<Record<string, unknown>> = {};
  const scope: Scope = {
    visible: () => ({ ...outer?.visible(), ...own }),
    assign(values) {
      own = { ...own, ...values };
    },
    inner: () => newScope(scope),
  };
  return scope;
}

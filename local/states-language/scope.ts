/** The variables that a state can see: its own graph's, and those of the graphs around it. */
export interface Scope {
  /** All of them by name, as expressions see them now. */
  visible(): Readonly<Record<string, unknown>>;
  assign(values: Readonly<Record<string, unknown>>): void;
  /** For a branch or an iteration: sees these, keeps its own to itself. */
  inner(): Scope;
}

/** The variables of a machine when it starts: none. */
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

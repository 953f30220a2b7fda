/** The declarations that dynalite lacks, as far as the local cloud needs them. */
declare module 'dynalite/db/index.js' {
  export interface DynaliteStore {
    readonly tableDb: {
      put(key: string, value: unknown, done: (error: unknown) => void): void;
    };
  }
  const db: {
    /** An empty store in memory. */
    create(options: {
      readonly createTableMs: number;
      readonly deleteTableMs: number;
      readonly updateTableMs: number;
    }): DynaliteStore;
  };
  export default db;
}

declare module 'dynalite/validations/index.js' {
  import type { DynaliteStore } from 'dynalite/db/index.js';
  import type { DynaliteRules } from 'dynalite/validations/any.js';

  const validations: {
    checkTypes(data: unknown, types: DynaliteRules['types']): Record<string, unknown>;
    checkValidations(
      data: unknown,
      types: DynaliteRules['types'],
      custom: DynaliteRules['custom'],
      store: DynaliteStore,
    ): void;
  };
  export default validations;
}

declare module 'dynalite/validations/*' {
  export interface DynaliteRules {
    readonly types: Readonly<Record<string, unknown>>;
    readonly custom: (data: unknown, store: unknown) => string | undefined;
  }
  const rules: DynaliteRules;
  export default rules;
}

declare module 'dynalite/actions/*' {
  import type { DynaliteStore } from 'dynalite/db/index.js';
  export type DynaliteAction = (
    store: DynaliteStore,
    data: Record<string, unknown>,
    done: (error: unknown, answer: Record<string, unknown>) => void,
  ) => void;
  const action: DynaliteAction;
  export default action;
}

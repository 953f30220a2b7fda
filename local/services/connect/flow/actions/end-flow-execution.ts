import { type ActionKind, noBranches } from '../action-kind.ts';

/** Ends the flow. A contact that is in no queue and with no agent ends with it. */
export const endFlowExecution: ActionKind = {
  parameters: [],
  nextAction: 'none',
  branches: () => noBranches,
  run(_action, contact) {
    contact.end();
    return { kind: 'over' };
  },
};

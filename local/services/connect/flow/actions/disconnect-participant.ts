import { type ActionKind, noBranches } from '../action-kind.ts';

/** Hangs up. */
export const disconnectParticipant: ActionKind = {
  parameters: [],
  nextAction: 'none',
  branches: () => noBranches,
  run(_action, contact) {
    contact.end();
    return { kind: 'over' };
  },
};

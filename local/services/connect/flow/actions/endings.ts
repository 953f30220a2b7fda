import { type ActionKind, noBranches } from '../action-kind.ts';

/** Puts the contact into the queue that was set before. Then the flow is over for the contact. */
export const transferContactToQueue: ActionKind = {
  parameters: [],
  nextAction: 'optional',
  branches: () => ({
    requiredErrors: ['NoMatchingError', 'QueueAtCapacity'],
    optionalErrors: [],
    operators: [],
  }),
  run(_action, contact) {
    const { targetQueueArn } = contact;
    const outcome = targetQueueArn === undefined ? 'no such queue' : contact.enqueue(targetQueueArn);
    if (outcome === 'queued') return { kind: 'over' };
    return { kind: 'failed', error: outcome === 'at capacity' ? 'QueueAtCapacity' : 'NoMatchingError' };
  },
};

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

/** Ends the flow. A contact that is in no queue and has no agent ends as well. */
export const endFlowExecution: ActionKind = {
  parameters: [],
  nextAction: 'none',
  branches: () => noBranches,
  run(_action, contact) {
    contact.end();
    return { kind: 'over' };
  },
};

import type { ActionKind } from '../action-kind.ts';

/** Puts the contact into the queue that was set before; the flow is over for it then. */
export const transferContactToQueue: ActionKind = {
  parameters: [],
  nextAction: 'optional',
  branches: () => ({
    requiredErrors: ['NoMatchingError', 'QueueAtCapacity'],
    optionalErrors: [],
    operators: [],
  }),
  run: (_action, contact) =>
    contact.targetQueueArn !== undefined && contact.enqueue(contact.targetQueueArn)
      ? { kind: 'over' }
      : { kind: 'failed', error: 'NoMatchingError' },
};

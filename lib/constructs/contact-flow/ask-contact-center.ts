import { hangUp, targetQueue, toQueue } from './actions.ts';
import { type ContactFlow, contactFlow } from './flow.ts';

/**
 * The flow of a task for the contact center: it goes straight into its queue. A task that cannot be queued ends, and
 * its end is noticed. Otherwise nobody would ever find it.
 */
export function askContactCenter(queueArn: string): ContactFlow {
  return contactFlow(
    targetQueue('which queue?', queueArn, 'into the queue', 'end'),
    toQueue('into the queue', 'end'),
    hangUp('end'),
  );
}

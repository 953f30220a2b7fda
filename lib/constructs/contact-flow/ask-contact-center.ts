import { hangUp, targetQueue, toQueue } from './actions.ts';
import { type ContactFlow, contactFlow } from './flow.ts';

/**
 * A task for the contact center: straight into its queue. One that cannot be queued ends, and is seen to have ended;
 * nobody would ever find it otherwise.
 */
export function askContactCenter(queueArn: string): ContactFlow {
  return contactFlow(
    targetQueue('which queue?', queueArn, 'into the queue', 'end'),
    toQueue('into the queue', 'end'),
    hangUp('end'),
  );
}

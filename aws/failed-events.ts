import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { requestMs } from '../domain/timeouts.ts';
import { failFast } from './regions/fail-fast.ts';

/** Events that an asynchronous function could not handle, or that could not be handed to it, as a queue keeps them. */
export interface FailedEvents {
  /** At most ten, each for the caller alone during the queue's visibility time-out. */
  receive(): Promise<readonly FailedEvent[]>;
  /** To be called when the event has been handled after all. */
  remove(event: FailedEvent): Promise<void>;
}

export interface FailedEvent {
  readonly receipt: string;
  /** What the function was called with, or should have been. */
  readonly payload: unknown;
}

/** The queue of what a function failed at, or of what SNS, EventBridge or its Scheduler could not hand to it. */
export function failedEvents(region: string, queueUrl: string): FailedEvents {
  const sqs = new SQSClient({ region, ...failFast(requestMs.queue) });
  return {
    async receive() {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }),
      );
      return Messages.flatMap(({ Body, ReceiptHandle }) =>
        Body === undefined || ReceiptHandle === undefined
          ? []
          : [
              {
                receipt: ReceiptHandle,
                payload: payloadIn(Body),
              },
            ],
      );
    },
    async remove({ receipt }) {
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: receipt }));
    },
  };
}

/**
 * An on-failure destination wraps the event in a record of what went wrong; SNS leaves its notification as queues get it,
 * which functions get as one of several; the others leave the event as it is. Sources: Lambda developer guide, "Retaining
 * records of asynchronous invocations"; SNS developer guide, "Amazon SNS dead-letter queues"; EventBridge user guide, "Using
 * dead-letter queues".
 */
function payloadIn(body: string): unknown {
  const kept = JSON.parse(body) as { readonly requestPayload?: unknown; readonly Type?: unknown };
  if (kept.requestPayload !== undefined) return kept.requestPayload;
  return kept.Type === 'Notification' ? { Records: [{ EventSource: 'aws:sns', Sns: kept }] } : kept;
}

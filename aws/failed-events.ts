import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { requestMs } from '../domain/timeouts.ts';
import { failFast } from './regions/both-regions.ts';

/** The queue of events that a function failed to handle, or that AWS could not deliver to it. */
export interface FailedEvents {
  /** Returns at most ten events. The queue hides each from other callers during its visibility time-out. */
  receive(): Promise<readonly FailedEvent[]>;
  /** Removes the event. The caller does this after it has handled the event. */
  remove(event: FailedEvent): Promise<void>;
}

export interface FailedEvent {
  /** Names the message, each time that it is received. */
  readonly id: string;
  readonly receipt: string;
  /** The input that the function got, or should have got. */
  readonly payload: unknown;
}

/** Reads one queue in one region. SNS, EventBridge and its Scheduler put events there as well. */
export function failedEvents(region: string, queueUrl: string): FailedEvents {
  const sqs = new SQSClient({ region, ...failFast(requestMs.queue) });
  return {
    async receive() {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10 }),
      );
      return Messages.flatMap(({ Body, MessageId = '', ReceiptHandle }) =>
        Body === undefined || ReceiptHandle === undefined
          ? []
          : [
              {
                id: MessageId,
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
 * Takes the event out of a message. An on-failure destination wraps the event in a record of the failure. SNS puts its
 * notification into the queue without the list in which functions get it. The others put the event as it is. Sources:
 * Lambda developer guide, "Retaining records of asynchronous invocations"; SNS developer guide, "Amazon SNS dead-letter
 * queues"; EventBridge user guide, "Using dead-letter queues".
 */
function payloadIn(body: string): unknown {
  const kept = JSON.parse(body) as { readonly requestPayload?: unknown; readonly Type?: unknown };
  if (kept.requestPayload !== undefined) return kept.requestPayload;
  return kept.Type === 'Notification' ? { Records: [{ EventSource: 'aws:sns', Sns: kept }] } : kept;
}

import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { requestMs } from '../domain/timeouts.ts';
import { failFast } from './regions/fail-fast.ts';

/** Events that an asynchronous function could not handle, as its on-failure destination keeps them. */
export interface FailedEvents {
  /** At most ten, each for the caller alone during the queue's visibility time-out. */
  receive(): Promise<readonly FailedEvent[]>;
  /** To be called when the event has been handled after all. */
  remove(event: FailedEvent): Promise<void>;
}

export interface FailedEvent {
  readonly receipt: string;
  /** What the function was called with. */
  readonly payload: unknown;
}

/** The on-failure queue of a function. Source: Lambda developer guide, "Retaining records of asynchronous invocations". */
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
                payload: (JSON.parse(Body) as { requestPayload: unknown }).requestPayload,
              },
            ],
      );
    },
    async remove({ receipt }) {
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: receipt }));
    },
  };
}

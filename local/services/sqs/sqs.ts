/** Amazon SQS: the queues of the templates. */

import type { Parts, Queues } from '../../kernel/parts.ts';
import { type AwsCall, awsError, type CloudService } from '../../kernel/service.ts';
import {
  type Document,
  documentOf,
  jsonAnswer,
  jsonFailure,
  onlyMembers,
  requiredText,
  targetOperation,
} from '../wire/json-protocol.ts';
import { carryOut } from './operations.ts';
import { put, type Queue, queueOf } from './queue.ts';

/** The operations, each with the members that its request may have here. */
const operations: Readonly<Record<string, readonly string[]>> = {
  DeleteMessage: ['QueueUrl', 'ReceiptHandle'],
  GetQueueAttributes: ['AttributeNames', 'QueueUrl'],
  GetQueueUrl: ['QueueName', 'QueueOwnerAWSAccountId'],
  ReceiveMessage: [
    'AttributeNames',
    'MaxNumberOfMessages',
    'MessageAttributeNames',
    'MessageSystemAttributeNames',
    'QueueUrl',
    'VisibilityTimeout',
    'WaitTimeSeconds', // not waited for: an empty queue answers at once
  ],
  SendMessage: ['MessageBody', 'QueueUrl'],
};

/**
 * Amazon SQS: standard queues.
 *
 * `origin` is the address of the cloud. The clients of the SDK send requests to the host of a queue's URL, so the URL
 * must have this address.
 */
export function sqsService(parts: Parts, origin: () => string): CloudService & { readonly queues: Queues } {
  const queues = new Map<string, Queue>();
  const url = ({ name }: Queue) => `${origin()}/${parts.account}/${name}`;
  const operation = (call: AwsCall) => targetOperation(call, Object.keys(operations));
  const queueArn = (call: AwsCall) => arnOf(documentOf(call), call.region, parts.account);
  return {
    queues: queuesOf(parts, queues),
    resourceTypes: {
      'AWS::SQS::Queue'(resource) {
        const queue = queueOf(resource);
        queues.set(queue.arn, queue);
        return {
          ref: url(queue),
          attributes: { Arn: queue.arn, QueueName: queue.name, QueueUrl: url(queue) },
        };
      },
    },
    aws: {
      signingName: 'sqs',
      operation,
      fault: () => undefined,
      permissions: (call) => [{ action: `sqs:${operation(call)}`, resource: queueArn(call) }],
      async perform(call) {
        const request = documentOf(call);
        onlyMembers(request, operations[operation(call)] ?? [], operation(call));
        const queue = queues.get(queueArn(call)) ?? noSuchQueue();
        if (operation(call) === 'GetQueueUrl') return jsonAnswer({ QueueUrl: url(queue) });
        return jsonAnswer(carryOut({ parts, queues, queue }, operation(call), request));
      },
      failure(_call, error) {
        const answer = jsonFailure(error, 'com.amazonaws.sqs');
        if (error.code !== 'QueueDoesNotExist') return answer;
        const legacy = { 'x-amzn-query-error': 'AWS.SimpleQueueService.NonExistentQueue;Sender' };
        return { ...answer, headers: { ...answer.headers, ...legacy } };
      },
    },
  };
}

/** Sends from inside the cloud, for dead letters and subscriptions. The policy of the queue must allow that. */
function queuesOf({ clock, authorizer, random, tell }: Parts, queues: Map<string, Queue>): Queues {
  return {
    send(queueArn, body, caller) {
      const refusal = authorizer.refusal(caller, { action: 'sqs:SendMessage', resource: queueArn });
      const queue = queues.get(queueArn);
      if (refusal !== undefined || queue === undefined) {
        tell(`A message to ${queueArn} is lost: ${refusal ?? 'there is no such queue'}`);
        return;
      }
      put(queue, body, clock.now(), random);
      tell(`A message lies in the queue ${queue.name}`);
    },
  };
}

function arnOf(request: Document, region: string, account: string): string {
  const url = request['QueueUrl'];
  const name =
    typeof url === 'string' ? url.slice(url.lastIndexOf('/') + 1) : requiredText(request, 'QueueName');
  return `arn:aws:sqs:${region}:${account}:${name}`;
}

function noSuchQueue(): never {
  throw awsError('QueueDoesNotExist', 'The specified queue does not exist.');
}

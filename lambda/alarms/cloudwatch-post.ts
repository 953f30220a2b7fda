import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { SnsOverHttps } from '../../aws/sns-over-https.ts';
import { isLike } from '../../domain/alarm/route.ts';
import type { Accepted } from '../../domain/api/alarm.ts';
import type { NothingToPage } from '../../domain/api/answers.ts';
import type { Integration } from '../../domain/organization/organization.ts';
import { readCloudWatch } from '../../sources/cloudwatch.ts';
import {
  certificateUrl,
  confirmationUrl,
  isSignedBy,
  readSnsMessage,
  type SnsMessage,
} from '../../sources/sns-message.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { json, problem } from '../http/problem.ts';
import { bodyOf, integrationWithKey } from '../http/requests.ts';
import { accept } from './accept.ts';
import type { ReadyCodes } from './codes.ts';

/** The answer to a request to the integration. */
export interface CloudWatchPostParts {
  readonly cell: Cell;
  readonly codes: ReadyCodes;
  readonly sns: SnsOverHttps;
}

/**
 * Accepts what SNS posts for the alarms of CloudWatch. Three things are checked: the key names the integration, the
 * integration's list holds the topic, and the signature proves that SNS sent the message. SNS counts every 4xx as
 * delivered, so only a request that proves nothing gets one. A message that cannot be checked now gets a 5xx, and SNS
 * sends it again.
 */
export async function postCloudWatch(
  parts: CloudWatchPostParts,
  event: APIGatewayProxyEvent,
): Promise<APIGatewayProxyResult> {
  const { organization } = await parts.cell.organization.read(parts.cell.now());
  const integration = integrationWithKey(organization, event.pathParameters?.['key']);
  if (integration === undefined) {
    const detail = 'The path must end in the key of an integration of the organization.';
    return problem(401, { title: 'Unknown integration key', detail });
  }
  if (integration.cloudwatch === undefined) {
    const detail = `The key of ${integration.name} is not for CloudWatch: the integration has no cloudwatch.topics.`;
    return problem(403, { title: 'Not permitted', detail });
  }
  const body = bodyOf(event);
  const message = readSnsMessage(body);
  const delivery = { integration, deliveryId: event.requestContext.requestId };
  if (message === undefined) return takeIn(parts, body, delivery);
  const refusal = await refusalOf(parts.sns, message, integration);
  if (refusal !== undefined) {
    log.warn('a message of SNS is refused', { integration: integration.name, refusal });
    return problem(403, { title: 'Not permitted', detail: refusal });
  }
  return message.Type === 'Notification'
    ? takeIn(parts, message.Message, { ...delivery, message, deliveryId: message.MessageId })
    : settleSubscription(parts.sns, message);
}

/** Says what is wrong with a message; undefined when SNS has signed it and the integration lists its topic. */
async function refusalOf(
  sns: SnsOverHttps,
  message: SnsMessage,
  { cloudwatch, name }: Integration,
): Promise<string | undefined> {
  if (!(cloudwatch?.topics ?? []).some((pattern) => isLike(pattern, message.TopicArn))) {
    return `${message.TopicArn} is not among cloudwatch.topics of the integration ${name}.`;
  }
  const url = certificateUrl(message);
  if (url === undefined) return 'SigningCertURL is no certificate of SNS.';
  return isSignedBy(message, await sns.certificate(url)) ? undefined : 'The signature is not right.';
}

interface Delivery {
  readonly integration: Integration;
  readonly deliveryId: string;
  readonly message?: SnsMessage & { readonly Type: 'Notification' };
}

async function takeIn(
  { cell, codes }: CloudWatchPostParts,
  body: string,
  { integration, deliveryId, message }: Delivery,
): Promise<APIGatewayProxyResult> {
  const reading = readCloudWatch(body, {
    ...{ now: cell.now(), from: integration.name, deliveryId },
    topicArn: message?.TopicArn,
    subject: message?.Subject ?? undefined,
    insufficientData: integration.cloudwatch?.insufficientData,
  });
  if (reading.kind === 'nothing') return json<NothingToPage>(200, { ignored: reading.why });
  return json<Accepted>(202, await accept(cell, codes, reading.alarm));
}

/** Confirms the subscription of a listed topic, so that nobody has to do it by hand. */
async function settleSubscription(sns: SnsOverHttps, message: SnsMessage): Promise<APIGatewayProxyResult> {
  const { Type, TopicArn } = message;
  if (Type === 'UnsubscribeConfirmation') {
    log.warn('a topic will send its alarms here no longer', { topicArn: TopicArn });
    return json<NothingToPage>(200, { unsubscribed: TopicArn });
  }
  const url = confirmationUrl(message);
  if (url === undefined) {
    return problem(403, { title: 'Not permitted', detail: 'SubscribeURL confirms nothing of this topic.' });
  }
  await sns.confirm(url);
  log.info('a topic sends its alarms here from now on', { topicArn: TopicArn });
  return json<NothingToPage>(200, { confirmed: TopicArn });
}

import type { CloudWatchAlarmEvent, EventBridgeEvent, SNSEvent } from 'aws-lambda';
import type { Organization } from '../../domain/organization/organization.ts';
import { type CloudWatchArrival, readCloudWatch } from '../../sources/cloudwatch.ts';
import { hashOf } from '../../sources/raw-event.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { accept } from './accept.ts';
import type { ReadyCodes } from './codes.ts';

/** What AWS itself sends to the intake function: messages of a topic, an event of EventBridge, or an alarm action. */
export type DirectEvent = SNSEvent | EventBridgeEvent<string, unknown> | CloudWatchAlarmEvent;

/**
 * Accepts alarms from AWS itself. AWS's own permissions prove the sender. It rejects when an alarm could not be
 * stored: AWS tries again, and at last keeps the event for the guardian.
 */
export async function takeDirect(cell: Cell, codes: ReadyCodes, event: DirectEvent): Promise<void> {
  const { organization } = await cell.organization.read(cell.now());
  for (const { body, account, ...arrival } of messagesIn(event)) {
    const insufficientData = insufficientDataOf(organization, account);
    const reading = readCloudWatch(body, { ...arrival, now: cell.now(), insufficientData });
    if (reading.kind === 'alarm') await accept(cell, codes, reading.alarm);
    else log.info('a change of an alarm is ignored', { why: reading.why });
  }
}

interface DirectMessage extends Pick<CloudWatchArrival, 'deliveryId' | 'from' | 'subject' | 'topicArn'> {
  readonly body: string;
  readonly account: string | undefined;
}

/** An event of unknown form counts as one message: it is paged as unreadable. */
function messagesIn(event: DirectEvent): readonly DirectMessage[] {
  if ('Records' in event) {
    return event.Records.map(({ Sns: { Message, MessageId, Subject, TopicArn } }) => ({
      ...{ body: Message, deliveryId: MessageId, topicArn: TopicArn, subject: Subject ?? undefined },
      from: TopicArn.split(':').at(-1) ?? TopicArn,
      account: TopicArn.split(':')[4],
    }));
  }
  const body = JSON.stringify(event);
  const account = 'alarmData' in event ? event.accountId : event.account;
  return [{ body, account, from: 'CloudWatch', deliveryId: hashOf(body).slice(0, 32) }];
}

/** An integration speaks for the accounts of its topics. */
function insufficientDataOf(
  { integrations }: Organization,
  account: string | undefined,
): CloudWatchArrival['insufficientData'] {
  const settings = integrations.flatMap(({ cloudwatch }) => cloudwatch ?? []);
  return settings.find(({ topics }) => topics.some((topic) => topic.split(':')[4] === account))
    ?.insufficientData;
}

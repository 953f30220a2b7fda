import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { requestMs } from '../domain/timeouts.ts';
import { failFast } from './regions/both-regions.ts';

/** Sends SMS through one region. */
export interface SmsPath {
  readonly region: string;
  /** Hands the text over for delivery. Rejects when the region does not accept it in time. */
  send(sms: Sms): Promise<{ readonly messageId: string }>;
}

export interface Sms {
  /** E.164, e.g. `+32470000000`. */
  readonly to: string;
  /** At most 160 GSM-7 characters: one part, so that a page never arrives in halves. */
  readonly text: string;
}

/**
 * SMS through Amazon SNS in one region. A message that SNS accepted may still never arrive: only an answer proves that it
 * did.
 */
export function smsPath(
  region: string,
  sns: SNSClient = new SNSClient({ region, ...failFast(requestMs.sms) }),
): SmsPath {
  return {
    region,
    async send({ to, text }) {
      const { MessageId } = await sns.send(
        new PublishCommand({
          PhoneNumber: to,
          Message: text,
          MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
        }),
      );
      if (MessageId === undefined) throw new Error(`SNS in ${region} accepted the SMS without a message id`);
      return { messageId: MessageId };
    },
  };
}

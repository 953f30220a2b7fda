import type { Parts } from '../../kernel/parts.ts';
import { awsError, isAwsError } from '../../kernel/service.ts';
import type { PhoneBook, ReceivedSms } from '../../phones/phone-book.ts';
import type { Topics } from '../sns/topics.ts';
import { uuid } from '../wire/uuid.ts';

/** A number of the account, as people have set it up. */
export interface OwnNumber {
  readonly number: string;
  readonly region: string;
  readonly id: string;
  readonly arn: string;
  readonly country: string;
  /** The topic that gets the SMS; undefined when nobody can write to the number. */
  readonly channelArn: string | undefined;
  /** Without this, AWS itself answers a STOP, and sends the phone nothing any more. */
  readonly selfManagedOptOuts: boolean;
  readonly deletionProtection: boolean;
}

/** The numbers of the account, in all regions. */
export interface NumberStore {
  add(number: OwnNumber): void;
  /** Throws as AWS does when there is no such number. The id may be its ARN. */
  find(region: string, id: string): OwnNumber;
  change(number: OwnNumber, changes: Partial<OwnNumber>): OwnNumber;
  in(region: string): readonly OwnNumber[];
}

export function numberStore(parts: Parts, phones: PhoneBook, topics: Topics): NumberStore {
  const numbers = new Map<string, OwnNumber>();
  return {
    add(added) {
      numbers.set(added.arn, added);
      const { number, region, arn } = added;
      const receiving = (sms: ReceivedSms) => receive(parts, topics, numbers.get(arn) ?? added, sms);
      phones.addNumber({ number, region, arn, receive: receiving });
    },
    find(region, id) {
      const found = [...numbers.values()].find(
        (one) => one.region === region && [one.id, one.arn].includes(id),
      );
      if (found === undefined) throw awsError('ResourceNotFoundException', `There is no number ${id}`);
      return found;
    },
    change(number, changes) {
      const changed = { ...number, ...changes };
      numbers.set(number.arn, changed);
      return changed;
    },
    in: (region) => [...numbers.values()].filter((one) => one.region === region),
  };
}

/** Source: AWS End User Messaging user guide, two-way SMS payload. */
function receive(
  parts: Parts,
  topics: Topics,
  { number, arn, channelArn }: OwnNumber,
  sms: ReceivedSms,
): void {
  parts.tell(`SMS ${sms.from} -> ${number}: ${sms.text}`);
  if (channelArn === undefined) {
    parts.tell(`${number} is not two-way: the message is lost`);
    return;
  }
  const payload = {
    originationNumber: sms.from,
    destinationNumber: number,
    messageKeyword: sms.text.trim().split(/\s+/)[0]?.toUpperCase() ?? '',
    messageBody: sms.text,
    inboundMessageId: uuid(parts.random),
    ...(sms.previousMessageId !== undefined && { previousPublishedMessageId: sms.previousMessageId }),
  };
  const region = arn.split(':')[3] ?? '';
  const isDoubled = parts.faults.mode('sms', { from: region, to: region }) === 'double';
  try {
    for (let times = 0; times < (isDoubled ? 2 : 1); times++) {
      topics.publish(
        channelArn,
        { subject: undefined, text: JSON.stringify(payload), attributes: {} },
        { kind: 'service', principal: 'sms-voice.amazonaws.com', sourceArn: arn },
      );
    }
  } catch (error) {
    if (!isAwsError(error)) throw error;
    parts.tell(`${number} cannot publish to ${channelArn}: ${error.message}`);
  }
}

import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { CallDigits } from '../../domain/messages/spoken-text.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, type IncidentRef, number } from './incident-item.ts';
import { conditionalPut, inEitherRegion } from './writes.ts';

/** A call to a phone, and the digits against which its keys are checked. */
export interface LineCall extends IncidentRef {
  readonly code: string;
  readonly attempt: string;
  /** The responder whose phone it is. Undefined: it is the contact center's. */
  readonly responder?: string | undefined;
  readonly digits: CallDigits;
}

/** The call that a phone is in, so that no cell calls it a second time meanwhile, for any incident. */
export interface PhoneLines {
  /**
   * Stores a call that is about to be made. A second try of the same call gets the digits of the first, so that the
   * digits that are spoken are those that are checked.
   */
  take(
    phone: string,
    call: LineCall,
    times: { readonly now: Instant; readonly until: Instant },
  ): Promise<Line>;
  /** The last call to a phone. */
  find(phone: string): Promise<LineCall | undefined>;
}

export type Line =
  | { readonly kind: 'taken'; readonly digits: CallDigits }
  | { readonly kind: 'busy'; readonly until: Instant };

/** The lines in the incident table: one item for each phone. */
export function phoneLines(tableName: string, clients: BothRegions<DynamoDBClient>): PhoneLines {
  return {
    async take(phone, call, { now, until }) {
      const outcome = await conditionalPut(clients, {
        TableName: tableName,
        Item: { ...keyOf(phone), ...itemOf(call), openUntil: number(until) },
        ConditionExpression: 'attribute_not_exists(pk) OR openUntil <= :now',
        ExpressionAttributeValues: { ':now': number(now) },
      });
      if (outcome.kind === 'written') return { kind: 'taken', digits: call.digits };
      const open = outcome.attributes && callOf(outcome.attributes);
      if (open !== undefined && isSame(open, call)) return { kind: 'taken', digits: open.digits };
      return { kind: 'busy', until: Number(outcome.attributes?.['openUntil']?.N ?? until) };
    },
    async find(phone) {
      const command = new GetItemCommand({ TableName: tableName, Key: keyOf(phone), ConsistentRead: true });
      const { Item } = await inEitherRegion(clients, (client) => client.send(command));
      return Item && callOf(Item);
    },
  };
}

function isSame(one: LineCall, other: LineCall): boolean {
  return one.key === other.key && one.generation === other.generation && one.attempt === other.attempt;
}

function keyOf(phone: string): Attributes {
  return { pk: { S: `phone#${phone}` }, sk: { S: 'call' } };
}

function itemOf({ key, generation, code, attempt, responder, digits }: LineCall): Attributes {
  return {
    key: { S: key },
    generation: number(generation),
    code: { S: code },
    attempt: { S: attempt },
    yesDigit: { S: digits.yes },
    noDigit: { S: digits.no },
    ...(responder === undefined ? {} : { responder: { S: responder } }),
  };
}

function callOf(attributes: Attributes): LineCall {
  const text = (name: string) => attributes[name]?.S ?? '';
  return {
    key: text('key'),
    generation: Number(attributes['generation']?.N),
    code: text('code'),
    attempt: text('attempt'),
    responder: attributes['responder']?.S,
    digits: { yes: text('yesDigit'), no: text('noDigit') },
  };
}

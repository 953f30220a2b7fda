/**
 * A pager in one function, for tests of the local cloud: the API opens an alarm, the workflow pages, a reply wakes
 * it.
 */
import { DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';

const impatient = { connectionTimeout: 800, requestTimeout: 2_000, throwOnRequestTimeout: true };
const once = { maxAttempts: 1, requestHandler: impatient };
const table = new DynamoDBClient({ ...once });
const states = new SFNClient({ ...once });
const regions = ['eu-central-1', 'eu-west-2'];
const sms = regions.map((region) => new SNSClient({ region, ...once }));

const TableName = process.env['TABLE_NAME'];

interface PageStep {
  readonly id: string;
  readonly number: string;
  readonly taskToken: string;
}

interface Event {
  readonly body?: string;
  readonly page?: PageStep;
  readonly Records?: readonly { readonly Sns: { readonly Message: string } }[];
  readonly fail?: string;
  readonly sleepSeconds?: number;
  readonly detail?: { readonly contactId: string; readonly eventType: string };
  readonly Name?: 'ContactFlowEvent';
  readonly Details?: { readonly Parameters: { readonly digit: string } };
}

export async function handler(event: Event): Promise<unknown> {
  if (event.fail !== undefined) throw new RangeError(event.fail);
  if (event.sleepSeconds !== undefined) return sleep(event.sleepSeconds);
  if (event.page !== undefined) return page(event.page);
  if (event.detail !== undefined) return heard(event.detail);
  if (event.Details !== undefined) return pressed(event.Details.Parameters.digit);
  if (event.Records !== undefined)
    return Promise.all(event.Records.map(({ Sns }) => reply(JSON.parse(Sns.Message))));
  return open(JSON.parse(event.body ?? '{}'));
}

async function open({ id, number }: { id: string; number: string }): Promise<unknown> {
  await update(id, 'SET openedAt = :now', { ':now': { N: String(Date.now()) } });
  const input = JSON.stringify({ id, number });
  await states.send(
    new StartExecutionCommand({ stateMachineArn: process.env['MACHINE_ARN'], name: id, input }),
  );
  return { statusCode: 202, body: JSON.stringify({ id, chance: Math.random() }) };
}

async function page({ id, number, taskToken }: PageStep): Promise<unknown> {
  await update(number, 'SET waiting = :token', { ':token': { S: taskToken } });
  const startedAt = Date.now();
  const failures: string[] = [];
  for (const path of sms) {
    try {
      await path.send(new PublishCommand({ PhoneNumber: number, Message: `${id} is burning. Reply yes` }));
      return { failures, tookMs: Date.now() - startedAt };
    } catch (error) {
      failures.push(error instanceof Error ? error.name : String(error));
    }
  }
  throw new Error(`no SMS: ${failures}`);
}

async function reply({ originationNumber, messageBody }: { originationNumber: string; messageBody: string }) {
  const { Item } = await table.send(new GetItemCommand({ TableName, Key: { pk: { S: originationNumber } } }));
  const output = JSON.stringify({ answer: messageBody });
  await states.send(new SendTaskSuccessCommand({ taskToken: Item?.['waiting']?.S, output }));
}

async function sleep(seconds: number): Promise<unknown> {
  const startedAt = Date.now();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return { sleptMs: Date.now() - startedAt, date: new Date().toISOString() };
}

/** What happened to a contact. */
function heard({ contactId, eventType }: { contactId: string; eventType: string }): Promise<unknown> {
  return update(contactId, 'SET heard = :what', { ':what': { S: eventType } });
}

/** A key that was pressed in a call. For 0 the function takes longer than the call waits. */
async function pressed(digit: string): Promise<unknown> {
  if (digit === '0') await sleep(9);
  await update('pressed', 'SET digit = :digit', { ':digit': { S: digit } });
  return { say: `Stored ${digit}` };
}

function update(
  pk: string,
  UpdateExpression: string,
  ExpressionAttributeValues: Record<string, { N: string } | { S: string }>,
) {
  return table.send(
    new UpdateItemCommand({ TableName, Key: { pk: { S: pk } }, UpdateExpression, ExpressionAttributeValues }),
  );
}

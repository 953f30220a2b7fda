import { randomInt } from 'node:crypto';
import { wordsOf } from '../../aws/regions/both-regions.ts';
import type { SentTest } from '../../aws/table/test-pages.ts';
import { testAnswer, testCallText, testPageText } from '../../domain/messages/test-page-text.ts';
import type { Responder } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import { sendBy } from './sms.ts';

/** A test is over after this time: later answers are about something else. */
const answeredWithinMs = 15 * 60_000;

/** Three rounds through all four paths. Nobody can be woken all night by it. */
const maxInAnHour = 12;

const hourMs = 3_600_000;

/** Marks a call as a test, where a page has the key of its incident. */
export const testKey = 'test';

export interface TestOrder {
  readonly path: 'sms' | 'call';
  readonly through: 'own' | 'other';
}

export type TestOutcome = { readonly kind: 'sent'; readonly test: SentTest } | { readonly kind: 'too many' };

/**
 * Pages a responder's phone through one region, to see that the path works. It is about no incident: nothing else is
 * stored, and nobody else hears of it. A refusal of the region is part of the outcome.
 */
export async function sendTest(
  cell: Cell,
  { language, numbers }: Responder,
  { path, through }: TestOrder,
  now: Instant,
): Promise<TestOutcome> {
  const [phone = ''] = numbers;
  const seen = await cell.tests.find(phone);
  const isSameHour = seen !== undefined && Math.floor(seen.sentAt / hourMs) === Math.floor(now / hourMs);
  const inThisHour = isSameHour ? seen.inThisHour + 1 : 1;
  if (inThisHour > maxInAnHour) return { kind: 'too many' };

  const { region } = cell.sms[through];
  const digits = String(path === 'sms' ? randomInt(1000, 10_000) : randomInt(1, 10));
  const test = { path, region, sentAt: now, digits, inThisHour };
  // Stored first: the answer may be faster than the record of the outcome.
  if (!(await cell.tests.replace(phone, seen, test))) return { kind: 'too many' };
  const refused =
    path === 'sms'
      ? await refusalOf(async () => {
          const sent = await sendBy(cell.sms[through], phone, testPageText(region, digits, language));
          if (sent.kind === 'failed') throw new Error(sent.reason);
        })
      : await refusalOf(() => call(cell, { phone, language, through, digits, now }));
  if (refused === undefined) return { kind: 'sent', test };
  await cell.tests.replace(phone, test, { ...test, refused });
  return { kind: 'sent', test: { ...test, refused } };
}

async function refusalOf(send: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await send();
    return undefined;
  } catch (error) {
    return wordsOf(error);
  }
}

interface TestCall {
  readonly phone: string;
  readonly language: Responder['language'];
  readonly through: 'own' | 'other';
  readonly digits: string;
  readonly now: Instant;
}

/** The flow of every page speaks it. The line of the phone is not taken: a page that falls due calls all the same. */
async function call(cell: Cell, { phone, language, through, digits, now }: TestCall): Promise<void> {
  const voice = cell.voice?.[through];
  if (voice === undefined) throw new Error('this function cannot call');
  await voice.prepare(now);
  const words = testCallText(voice.region, digits, language);
  await voice.call({
    to: phone,
    token: `${testKey}/${phone}/${now}`,
    attributes: {
      ...{ incidentKey: testKey, generation: '0', attempt: String(now), phone, language },
      ...{ spokenMessage: words.spoken, notStored: words.notStored },
    },
  });
}

/**
 * Whether an SMS or a key is about a test page of this phone. If it answers the last one, that is stored. One that comes
 * late, or twice, changes nothing, and is about no incident either.
 */
export async function answersTest(
  cell: Cell,
  path: SentTest['path'],
  { phone, answer }: { readonly phone: string; readonly answer: string },
): Promise<boolean> {
  const read = testAnswer(answer);
  if (read === undefined) return false;
  const now = cell.now();
  const test = await cell.tests.find(phone);
  const isThis = test?.digits === read.digits && test.path === path && now - test.sentAt <= answeredWithinMs;
  if (!isThis) return read.hasWord;
  if (test.answeredAt === undefined) await cell.tests.replace(phone, test, { ...test, answeredAt: now });
  return true;
}

import type { Phone } from '../local/phones/phone-book.ts';
import type { TaskView } from '../local/services/connect/contact.ts';
import { callTo } from '../test/scenarios/call-to.ts';
import { contactWrites, textsTo } from '../test/scenarios/customer-phones.ts';
import { exampleOrganization } from '../test/scenarios/example.ts';
import { type Laptop, laptop, theNight } from '../test/scenarios/laptop.ts';
import type { NativeAlarm } from '../test/scenarios/requests.ts';
import { theAssembly } from '../test/scenarios/the-assembly.ts';

/**
 * Counts the SMS, calls and tasks that each person gets in some nights, on the local cloud with time skipped: `npm run
 * messages`. The page docs/messages.md shows the figures.
 */

/** A night: what people do, minute by minute. Operators press a button on each task after half a minute. */
interface Situation {
  readonly name: string;
  readonly startAt?: number;
  readonly minutes: number;
  /** The buttons of the operators. They press the first that a screen offers. */
  readonly presses: readonly string[];
  each(night: Night, minute: number): Promise<void>;
}

interface Night {
  readonly cloud: Laptop;
  /** The code of the alarm that fired last. */
  code: string;
}

const onIt = ['confirmed', 'done', 'granted'];

const notReached = ['next', 'secondary', 'done', 'not reached'];

const situations: readonly Situation[] = [
  {
    name: 'One alarm, answered after a minute and fixed after 20',
    ...{ minutes: 60, presses: onIt },
    async each(night, at) {
      if (at === 0) await fires(night, 'db-3');
      if (at === 1) await night.cloud.reply('an', 'ja');
      if (at === 20) await night.cloud.reply('an', `${night.code} opgelost`);
    },
  },
  {
    name: 'The primary is silent, the secondary answers after 8 minutes and fixes it after 28',
    ...{ minutes: 60, presses: notReached },
    async each(night, at) {
      if (at === 0) await fires(night, 'db-3');
      if (at === 8) await night.cloud.reply('chloe', `${night.code} oui`);
      if (at === 28) await night.cloud.reply('chloe', `${night.code} résolu`);
    },
  },
  {
    name: '20 alarms in an hour, each answered after a minute and over after ten',
    ...{ minutes: 90, presses: onIt },
    async each(night, at) {
      const ended = (at - 10) / 3;
      if (at % 3 === 0 && at < 60) await fires(night, `db-${at / 3}`);
      if (at % 3 === 1 && at < 60) await night.cloud.reply('an', `${night.code} ja`);
      if (Number.isInteger(ended) && ended >= 0 && ended < 20) await isOver(night, `db-${ended}`);
    },
  },
  {
    name: 'An alarm flaps for an hour, four minutes firing and two well, and nobody answers',
    ...{ minutes: 90, presses: ['accepted'] },
    async each(night, at) {
      if (at < 60 && at % 6 === 0) await fires(night, 'db-3');
      if (at < 60 && at % 6 === 4) await isOver(night, 'db-3');
    },
  },
  {
    name: 'Nine hours of work with a change of shift, and an update every 90 minutes',
    ...{ startAt: Date.parse('2026-11-30T02:10:00Z'), minutes: 600, presses: onIt },
    async each(night, at) {
      if (at === 0) await fires(night, 'db-3');
      if (at === 1) await night.cloud.reply('an', 'ja');
      if (at > 1 && at < 540 && at % 90 === 5) await night.cloud.reply('an', `${night.code} nog 120 min`);
      if (at === 540) await night.cloud.reply('an', `${night.code} opgelost`);
    },
  },
  {
    name: 'Critical, with a consent: both engineers and management answer, fixed after 40 minutes',
    ...{ minutes: 90, presses: onIt },
    async each(night, at) {
      if (at === 0) await fires(night, 'pay', 'acme-payments');
      if (at === 1) await night.cloud.reply('an', `${night.code} ja`);
      if (at === 2) await night.cloud.reply('dirk', `${night.code} ja`);
      if (at === 4) await night.cloud.reply('chloe', `${night.code} oui`);
      if (at === 10) await night.cloud.reply('an', `${night.code} akkoord: herstart db-1`);
      if (at === 12) await contactWrites(night.cloud, 'Joris', `${await digitsOf(night)} ja`);
      if (at === 14 || at === 28) await night.cloud.reply('an', `${night.code} nog 15 min`);
      if (at === 40) await night.cloud.reply('an', `${night.code} opgelost`);
    },
  },
];

async function fires(night: Night, dedupKey: string, service = 'acme-shop'): Promise<void> {
  const { body } = await night.cloud.alarm(alarmOf(dedupKey, service));
  night.code = body.code;
}

async function isOver({ cloud }: Night, dedupKey: string): Promise<void> {
  await cloud.alarm({ ...alarmOf(dedupKey, 'acme-shop'), state: 'resolved' });
}

function alarmOf(dedupKey: string, service: string): NativeAlarm {
  return { dedupKey, service, summary: `${dedupKey} disk full 95%` };
}

/** The four digits of the last question for consent. */
async function digitsOf({ cloud, code }: Night): Promise<string> {
  const text = (await textsTo(cloud, 'Joris', code)).at(-1) ?? '';
  return /\b(\d{4}) ja/.exec(text)?.[1] ?? '0000';
}

/** An operator opens each new task, once, and presses a button. */
async function operate({ cloud }: Night, presses: readonly string[], seen: Set<string>): Promise<void> {
  const tasks = (await cloud.tasks()).filter(({ id, status }) => status !== 'ended' && !seen.has(id));
  for (const task of tasks) {
    seen.add(task.id);
    await press(task, presses);
    await cloud.skip(0);
  }
}

async function press({ references }: TaskView, presses: readonly string[]): Promise<void> {
  const address = references.find(({ name }) => name === 'Screen')?.value;
  if (address === undefined) return;
  const page = await (await fetch(address)).text();
  const [, form] = /name="form" value="([^"]+)"/.exec(page) ?? [];
  const found = presses
    .map((word) => new RegExp(`name="press" value="(${word} [^"]+)"`).exec(page)?.[1])
    .find((value) => value !== undefined);
  if (form === undefined || found === undefined) return;
  const body = new URLSearchParams({ press: found, form, by: 'Olga', who: 'Joris', note: '' });
  await fetch(address, { method: 'POST', body, redirect: 'manual' });
}

/** What one person got. */
interface Got {
  readonly who: string;
  readonly sms: number;
  readonly calls: number;
}

async function play(situation: Situation, assembly: string): Promise<void> {
  const { name, startAt = theNight, minutes, presses } = situation;
  const cloud = await laptop({ startAt, assembly });
  const night: Night = { cloud, code: '' };
  const seen = new Set<string>();
  for (let at = 0; at <= minutes; at++) {
    await situation.each(night, at);
    await cloud.skip(30);
    await operate(night, presses, seen);
    await cloud.skip(30);
  }
  const { phones } = await callTo(cloud.cloud.url)<{ readonly phones: readonly Phone[] }>(
    'GET',
    '/local/state',
  );
  print(name, phones.flatMap(gotOf), (await cloud.tasks()).length);
  await cloud.close();
}

function gotOf({ owner, number, messages, calls }: Phone): readonly Got[] {
  const sms = messages.filter(({ direction }) => direction === 'in').length;
  if (sms + calls.length === 0) return [];
  return [{ who: nameOf(owner ?? number), sms, calls: calls.length }];
}

function nameOf(owner: string): string {
  return exampleOrganization.responders[owner]?.name ?? owner;
}

function print(name: string, got: readonly Got[], tasks: number): void {
  const sum = (of: (one: Got) => number) => got.reduce((total, one) => total + of(one), 0);
  console.log(`\n${name}\n`);
  console.log('| Who | SMS | Calls | Tasks |\n| --- | ---: | ---: | ---: |');
  for (const { who, sms, calls } of got) console.log(`| ${who} | ${sms} | ${calls} | |`);
  console.log(`| Operators | | | ${tasks} |`);
  console.log(`| **Together** | ${sum(({ sms }) => sms)} | ${sum(({ calls }) => calls)} | ${tasks} |`);
}

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const assembly = await theAssembly();
const only = process.argv[2];
for (const situation of situations) {
  if (only === undefined || situation.name.includes(only)) await play(situation, assembly);
}
process.exit(0);

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { main } from '../../cli/permanence.ts';
import { callTo } from '../scenarios/call-to.ts';
import { contactCenter } from '../scenarios/calls-in-hand.ts';
import { type Laptop, laptop, other, own } from '../scenarios/laptop.ts';

let cloud: Laptop;
beforeAll(async () => {
  cloud = await laptop({ guardians: true });
  await cloud.skip(125); // each cell knows how to call through the other's region
  await cloud.stopGuardians();
  await cloud.skip(130);
  // The functions have started: a machine under load takes its time, and the command line waits for 8 seconds.
  await main(['test-page', '--as', 'harry', '--wait', '1'], {
    environment: { PERMANENCE_CELLS: `${cloud.cloud.url}/${own}` },
    out: () => undefined,
    err: () => undefined,
    stop: new AbortController().signal,
    pause: async () => undefined,
  });
});
afterAll(() => cloud.close());
beforeEach(() => cloud.skip(3600)); // a phone gets twelve test pages an hour

const call = <T>(method: string, path: string, body?: object) =>
  callTo(cloud.cloud.url)<T>(method, path, body);

/** What An does with their phone when something has come. */
interface Handling {
  readonly sms?: (text: string) => string | undefined;
  readonly call?: (spoken: string) => string | undefined;
}

/** An handles the newest message or call, once each. */
function an({ sms, call: heard }: Handling) {
  const handled = new Set<string>();
  return async () => {
    const { number, messages, calls } = await cloud.phone('an');
    const received = messages.filter(({ direction }) => direction === 'in');
    const message = received.at(-1);
    const key = `${received.length}`;
    if (sms !== undefined && message?.text.startsWith('TEST') && !handled.has(key)) {
      handled.add(key);
      const reply = sms(message.text);
      if (reply !== undefined) await cloud.reply('an', reply);
    }
    const ringing = calls.find(({ status }) => status === 'ringing');
    if (ringing === undefined || heard === undefined || handled.has(ringing.id)) return;
    handled.add(ringing.id);
    const path = `/local/phones/${encodeURIComponent(number)}/calls/${ringing.id}`;
    await call('POST', path, { action: 'answer' });
    await cloud.skip(1);
    const { calls: answered } = await cloud.phone('an');
    const spoken = answered.find(({ id }) => id === ringing.id)?.spoken.join(' ') ?? '';
    const digits = heard(spoken);
    if (digits !== undefined) await call('POST', path, { action: 'press', digits });
    await cloud.skip(1);
  };
}

/** Runs the command as An, with a phone that is handled while the command waits. */
async function testPage(
  handle: () => Promise<void>,
  { wait = '20', stop = new AbortController().signal } = {},
) {
  const out: string[] = [];
  const err: string[] = [];
  const cells = [own, other].map((region) => `${cloud.cloud.url}/${region}`).join();
  const code = await main(['test-page', '--as', 'an', '--wait', wait], {
    environment: { PERMANENCE_CELLS: cells },
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    stop,
    pause: async (ms) => {
      await handle();
      await cloud.skip(ms / 1000);
    },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const replying = (text: string) => /test \d{4}/.exec(text)?.[0];
const pressing = (spoken: string) => /(\d)\D*$/.exec(spoken)?.[1];

describe('permanence test-page', () => {
  test('says that An has answered over all four paths, and in how many seconds', async () => {
    const { code, out, err } = await testPage(an({ sms: replying, call: pressing }));

    expect(out.split('\n').map((line) => line.replace(/ +/g, ' ').trim())).toEqual([
      'PATH REGION OUTCOME',
      expect.stringMatching(`^sms ${own} answered after \\d+ seconds$`),
      expect.stringMatching(`^sms ${other} answered after \\d+ seconds$`),
      expect.stringMatching(`^call ${own} answered after \\d+ seconds$`),
      expect.stringMatching(`^call ${other} answered after \\d+ seconds$`),
    ]);
    expect(err).toContain(`sms through ${own}: accepted. Within 20 seconds: reply "test `);
    expect(code).toBe(0);
  });

  test('marks each page as a test on the phone, and opens no incident', async () => {
    const before = await call<{ executions: unknown[] }>('GET', '/local/state');
    const texts = await cloud.texts('an');
    await testPage(an({ sms: replying, call: pressing }));
    const after = await call<{ executions: unknown[] }>('GET', '/local/state');

    expect((await cloud.texts('an')).slice(texts.length)).toEqual([
      expect.stringMatching(`^TEST via ${own}: er is geen incident`),
      expect.stringMatching(`^TEST via ${other}: er is geen incident`),
    ]);
    expect((await cloud.phone('an')).calls.at(-1)?.spoken.join(' ')).toContain(
      'Dit is een test van Permanence',
    );
    expect(after.executions.length).toBe(before.executions.length);
    for (const who of ['bram', 'chloe', 'dirk']) expect(await cloud.texts(who)).toEqual([]);
    expect((await cloud.phone(contactCenter)).calls).toEqual([]);
  });

  test('says what was not answered after the time, and what a region refused', async () => {
    await cloud.faults(
      { region: other, service: 'sms', mode: 'refuse' },
      { region: other, service: 'voice', mode: 'drop' },
    );
    const { code, out } = await testPage(an({ sms: replying, call: () => undefined }), { wait: '10' });
    await cloud.stopGuardians();

    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^sms +${own} +answered`, 'm'));
    expect(out).toMatch(new RegExp(`^sms +${other} +refused +.*ServiceUnavailable`, 'm'));
    expect(out).toMatch(new RegExp(`^call +${own} +not answered +nothing in 10 seconds`, 'm'));
    expect(out).toMatch(new RegExp(`^call +${other} +not answered`, 'm'));
  });

  test('ends at Ctrl-C with what it knows, and tries nothing more', async () => {
    const control = new AbortController();
    const { code, out } = await testPage(async () => control.abort(), { stop: control.signal });

    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^sms +${own} +not answered +stopped`, 'm'));
    expect(out.match(/not tried/g)).toHaveLength(3);
  });

  test('leaves the word of an open incident alone: an answer to the test acknowledges nothing', async () => {
    const { body } = await cloud.alarm({ dedupKey: 'disk', service: 'acme-shop', summary: 'disk full' });
    await testPage(an({ sms: replying }), { wait: '4' });

    const kinds = async () => (await cloud.incident(body.incidentId)).timeline.map(({ kind }) => kind);
    expect(await kinds()).not.toContain('acknowledged');
    await cloud.reply('an', 'ja');
    expect(await kinds()).toContain('acknowledged');
  });

  test('is about nothing else when its answer comes twice', async () => {
    const before = await cloud.texts('an');
    await testPage(an({ sms: replying, call: pressing }));
    const late = replying((await cloud.texts('an')).at(-1) ?? '') ?? '';
    await cloud.reply('an', late);

    expect((await cloud.texts('an')).length).toBe(before.length + 2);
  });

  test('is for a responder, and says which one may be meant', async () => {
    const { code, err } = await permanenceAs('ann');

    expect(code).toBe(1);
    expect(err).toContain('There is no responder ann (did you mean an?)');
  });

  test('goes to a phone twelve times an hour at most', async () => {
    const codes = [];
    for (let round = 0; round < 4; round++)
      codes.push((await testPage(async () => undefined, { wait: '1' })).err);

    expect(codes.at(-2)).not.toContain('Too many');
    expect(codes.at(-1)).toContain('Too many test pages');
  });
});

async function permanenceAs(name: string) {
  const err: string[] = [];
  const code = await main(['test-page', '--as', name], {
    environment: { PERMANENCE_CELLS: `${cloud.cloud.url}/${own}` },
    out: () => undefined,
    err: (text) => void err.push(text),
  });
  return { code, err: err.join('\n') };
}

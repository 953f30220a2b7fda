import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, other, own } from '../scenarios/laptop.ts';
import { permanence as run } from './the-command-line.ts';

const nowhere = 'http://127.0.0.1:59998/eu-central-1';

let cloud: Laptop;
beforeAll(async () => {
  cloud = await laptop();
});
afterAll(() => cloud.close());

/** Runs the command line against the laptop. */
const permanence = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  run(cloud, args, environment);

/** Opens an incident of its own, and gives its code. */
async function alarm(summary: string, ...more: readonly string[]): Promise<string> {
  const { out } = await permanence(['alarm', '--service', 'acme-shop', '--summary', summary, ...more]);
  return out.slice(0, 3);
}

describe('permanence alarm', () => {
  test('opens an incident, which pages', async () => {
    const { code, out, err } = await permanence([
      ...['alarm', '--service', 'acme-shop', '--summary', 'web-3 disk full 95%', '--severity', 'high'],
    ]);

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^[2-9A-Z]{3} {2}escalating {2}[0-9a-f]{32}-1$/);
    expect((await cloud.texts('an')).at(-1)).toContain(`${out.slice(0, 3)} ACME web-3 disk full 95%`);
  });

  test('joins the incident of the same alarm, and resolves it', async () => {
    const opened = await alarm('swap');

    expect(await alarm('swap')).toBe(opened);
    await cloud.skip(1);
    const { out } = await permanence(['alarm', '--service', 'acme-shop', '--summary', 'swap', '--resolved']);
    expect(out).toContain('resolved');
  });

  test('reads its key from a variable, and is refused when no integration has it', async () => {
    const { code, err } = await permanence(
      ['alarm', '--service', 'acme-shop', '--summary', 'x', '--key-from', 'env:KEY'],
      { KEY: 'no-such-key' },
    );

    expect(code).toBe(1);
    expect(err).toContain('Unknown integration key');
  });

  test('prints the warnings of the cell, and the incident all the same', async () => {
    const { code, out, err } = await permanence(['alarm', '--service', 'acme-shop', '--summary', '']);

    expect(code).toBe(0);
    expect(out).toContain('escalating');
    expect(err).toContain('summary');
  });
});

describe('permanence incidents and show', () => {
  test('list what is open, and show one whole', async () => {
    const opened = await alarm('certificate expired');
    const list = await permanence(['incidents']);
    const shown = await permanence(['show', opened]);

    expect(list.out.split('\n')[0]).toMatch(/^CODE {2}STATUS +SEVERITY +OPENED +CUSTOMER +WHO +SUMMARY$/);
    expect(list.out).toMatch(
      new RegExp(
        `^${opened} +escalating +high +Mon 23 Nov 03:10 +ACME +asked: An +certificate expired$`,
        'm',
      ),
    );
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('opened    Mon 23 Nov 03:10 (Europe/Brussels)');
    expect(shown.out).toMatch(
      /^What happens next:\nMon 23 Nov 03:10:4\d {2}SMS to An through the other region$/m,
    );
    expect(shown.out).toMatch(/^Mon 23 Nov 03:10:0\d {2}paged +an, role primary, region eu-central-1$/m);
  });

  test('print the cell’s answer as it is for programs', async () => {
    const { out } = await permanence(['incidents', '--json', '--limit', '1']);

    expect(JSON.parse(out)).toMatchObject({ incidents: [{ status: expect.any(String) }], isComplete: true });
  });

  test('follow the cell from page to page', async () => {
    for (const number of [1, 2, 3]) await alarm(`disk ${number}`);
    const all = await permanence(['incidents', '--limit', '1000', '--json']);
    const two = await permanence(['incidents', '--limit', '2']);

    expect(JSON.parse(all.out).incidents.length).toBeGreaterThan(3);
    expect(two.out.split('\n')).toHaveLength(3);
    expect(two.err).toContain('There are more');
  });

  test('say how incidents are named when there is no such incident', async () => {
    const { code, out, err } = await permanence(['show', 'Z9Z']);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('There is no incident Z9Z');
  });
});

describe('permanence acknowledge, decline and resolve', () => {
  test('acknowledge an incident for some minutes, in the name of a responder', async () => {
    const opened = await alarm('load');
    const { code, out } = await permanence([
      'acknowledge',
      opened.toLowerCase(),
      '--as',
      'an',
      '--minutes',
      '45',
    ]);

    expect(code).toBe(0);
    expect(out).toBe(`${opened}  acknowledged  An until Mon 23 Nov 03:55`);
  });

  test('say no, and the next responder is paged', async () => {
    const opened = await alarm('queue is long');
    await permanence(['decline', opened], { PERMANENCE_AS: 'an' });

    expect((await cloud.texts('chloe')).at(-1)).toContain(opened);
  });

  test('resolve an incident, with what was done about it', async () => {
    const opened = await alarm('oom');
    const { out } = await permanence(['resolve', opened, '--as', 'an', '--note', 'restarted']);
    const again = await permanence(['acknowledge', opened, '--as', 'an']);

    expect(out).toMatch(new RegExp(`^${opened}  resolved`));
    expect((await permanence(['show', opened])).out).toContain('an, restarted');
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('Already resolved') });
  });

  test('are refused without a name, and with a stranger’s', async () => {
    const opened = await alarm('latency');

    expect(await permanence(['acknowledge', opened])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--as <responder>'),
    });
    expect(await permanence(['acknowledge', opened, '--as', 'ann'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('did you mean an?'),
    });
  });
});

describe('permanence on-call', () => {
  test('prints who is on call and until when, on the company’s clock', async () => {
    const { out } = await permanence(['on-call', '--roster', 'linux']);

    expect(out.split('\n')).toEqual([
      'Mon 23 Nov 03:10 (Europe/Brussels)',
      '',
      'ROSTER  PRIMARY  SECONDARY  MANAGEMENT  UNTIL',
      expect.stringMatching(/^linux {3}An {7}Chloé {6}\w+ +Mon 23 Nov 09:00$/),
    ]);
  });

  test('prints it for another time', async () => {
    const { out } = await permanence(['on-call', '--at', '2026-12-01T12:00+01:00', '--roster', 'linux']);

    expect(out).toMatch(/^Tue 1 Dec 12:00/);
    expect(out).toMatch(/^linux +Bram/m);
  });
});

describe('a cell that does not answer', () => {
  test('is passed over: the other one is asked', async () => {
    const cells = `${nowhere},${cloud.cloud.url}/${other}`;
    const { code, out, err } = await permanence(['on-call'], { PERMANENCE_CELLS: cells });

    expect(code).toBe(0);
    expect(out).toContain('linux');
    expect(err).toContain('asking the other cell');
  });

  test('is a failure when it is the only one that is asked', async () => {
    const { code, out, err } = await permanence(['on-call', '--cell', nowhere]);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('nothing listens there');
  });

  test('is named with its status when the other one answers', async () => {
    await cloud.faults({ region: own, service: 'functions', mode: 'refuse' });
    const { code, err } = await permanence(['incidents']);
    await cloud.faults();

    expect(code).toBe(0);
    expect(err).toContain('answered 503');
  });
});

describe('a command line that is not understood', () => {
  test.each([
    [['incident'], 'did you mean incidents?'],
    [['incidents', '--limmit', '3'], 'did you mean --limit?'],
    [['incidents', '--limit', 'all'], 'from 1 to 1000'],
    [['show'], '<id|code> is missing'],
    [['show', 'A7K', 'B7K'], 'B7K is too much'],
    [['acknowledge', 'A7K', '--as', 'an', '--minutes', '0'], 'from 1 to 720'],
    [['on-call', '--at', 'tomorrow'], '2026-12-01 12:00'],
    [['alarm', '--service', 'acme-shop'], '--service and --summary are needed'],
    [['alarm', '--service', 'a', '--summary', 'b', '--severity', 'bad'], 'critical, high, low'],
    [['alarm', '--service', 'a', '--summary', 'b', '--key-from', 'the-key'], 'env:<variable> or file:<path>'],
    [['incidents', '--cell', 'c'], 'a cell is a, b or an address'],
  ])('says what is allowed, and asks no cell: %j', async (args, words) => {
    const { code, out, err } = await permanence(args);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  test.each([['--help'], ['help'], ['show', '--help'], ['alarm', '--help']])(
    'is explained: %s %s',
    async (...args) => {
      const { code, out } = await permanence(args.filter((each) => each !== undefined));

      expect(code).toBe(0);
      expect(out).toMatch(/^Usage: permanence /);
    },
  );
});

describe('permanence board-link', () => {
  test('prints an address that opens the board, and until when', async () => {
    const { code, out } = await permanence(['board-link']);
    const [address = '', until] = out.split('\n');

    expect(code).toBe(0);
    expect(until).toMatch(/^valid until Mon 23 Nov \d\d:\d\d \(Europe\/Brussels\)$/);
    expect((await fetch(address)).status).toBe(200);
  });
});

import { afterEach, describe, expect, test } from '@jest/globals';
import { bundle, lambdaStage, pagerArn, provision, type Stage, start } from './stage.ts';

let stage: Stage;
const withFunction = async (source: string) => {
  stage = await lambdaStage(source);
  return stage;
};
afterEach(async () => {
  stage.engine.clock.close();
  await stage.engine.pool.close();
});

const seconds = (ms: number) => ms / 1000;

describe('a function', () => {
  test('gets its event as JSON and gives its answer as JSON', async () => {
    const { invoke } = await withFunction(
      `export const handler = async (event) => ({ event, at: new Date(), nothing: undefined, hello: process.env.GREETING });`,
    );

    expect(await invoke({ when: new Date(0) })).toEqual({
      kind: 'returned',
      payload: {
        event: { when: '1970-01-01T00:00:00.000Z' },
        at: '2026-11-22T03:10:00.000Z',
        hello: 'hello',
      },
    });
  });

  test('stays warm: the next invocation finds what the function remembered', async () => {
    const { invoke } = await withFunction(`let count = 0; export const handler = async () => ++count;`);
    await invoke();

    expect(await invoke()).toEqual({ kind: 'returned', payload: 2 });
  });

  test('remembers nothing of a closed cloud, although its worker served there', async () => {
    const directory = bundle(`import { threadId } from 'node:worker_threads';
      let count = 0;
      setTimeout(() => { count = 100; }, 1000);
      export const handler = async () => ({ count: ++count, threadId, key: process.env.AWS_ACCESS_KEY_ID });`);
    const payloadIn = async () => {
      stage = await lambdaStage({ directory });
      await stage.engine.time.advance(5);
      const outcome = await stage.invoke();
      await stage.engine.pool.close();
      return (outcome as unknown as { readonly payload: Readonly<Record<string, unknown>> }).payload;
    };

    const [first, second] = [await payloadIn(), await payloadIn()];

    expect([first['count'], second['count']]).toEqual([1, 1]);
    expect(second['threadId']).toBe(first['threadId']);
    expect(second['key']).not.toBe(first['key']);
  });

  test('reports what it printed when it fails', async () => {
    const { invoke, told } = await withFunction(
      `export const handler = async () => { console.log('looking for An'); throw new RangeError('nobody is there'); };`,
    );

    expect(await invoke()).toEqual({ kind: 'failed', error: 'RangeError', message: 'nobody is there' });
    expect(told[0]).toBe('eu-central-1 pager failed: RangeError: nobody is there');
    expect(told).toContain('  looking for An');
  });

  test('that cannot be loaded fails every event', async () => {
    const { invoke } = await withFunction(`import 'no-such-package'; export const handler = 1;`);

    expect(await invoke()).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('no-such-package'),
    });
    expect(await invoke()).toMatchObject({ kind: 'failed' });
  });

  test('that ends its process fails, and the next event gets a new process', async () => {
    const { invoke } = await withFunction(
      `let count = 0; export const handler = async (event) => { if (event.exit) process.exit(1); return ++count; };`,
    );

    expect(await invoke({ exit: true })).toMatchObject({ kind: 'failed', error: 'Runtime.ExitError' });
    expect(await invoke({})).toEqual({ kind: 'returned', payload: 1 });
  });

  test('draws the same random numbers when the cloud has the same seed', async () => {
    const source = `import { randomUUID } from 'node:crypto';
      export const handler = async () => [Math.random(), crypto.randomUUID(), randomUUID()];`;
    const { invoke, engine } = await withFunction(source);
    const first = await invoke();
    engine.random.reseed(1);

    expect(await invoke()).toEqual(first);
    expect(await invoke()).not.toEqual(first);
  });
});

describe('the time of a function', () => {
  const sleeper = `
    import { setTimeout as sleep } from 'node:timers/promises';
    export const handler = async (event, context) => {
      const before = [Date.now(), performance.now()];
      await (event.promises ? sleep(event.ms) : new Promise((resolve) => setTimeout(resolve, event.ms)));
      return [Date.now() - before[0], performance.now() - before[1], context.getRemainingTimeInMillis()];
    };`;

  test.each([true, false])(
    'is the cloud’s: a minute of sleep takes a minute there, and no real time',
    async (promises) => {
      const { invoke, engine } = await withFunction(sleeper);

      const outcome = invoke({ ms: 60_000, promises });
      await engine.time.advance(60);

      expect(await outcome).toEqual({ kind: 'returned', payload: [60_000, 60_000, 30_000] });
      expect(engine.clock.now()).toBe(start + 60_000);
    },
  );

  test('passes also for a sleep of a fraction of a millisecond', async () => {
    const { invoke, engine } = await withFunction(sleeper);

    const outcome = invoke({ ms: 100.7 });
    await engine.time.advance(1);

    expect(await outcome).toMatchObject({ kind: 'returned', payload: [100, 100, 89_900] });
  });

  test('runs by itself on a clock that runs', async () => {
    const { invoke, engine } = await withFunction(sleeper);
    await engine.time.setSpeed(100);

    const outcome = await invoke({ ms: 1_000 });

    expect(outcome).toMatchObject({
      kind: 'returned',
      payload: [expect.any(Number), expect.any(Number), expect.any(Number)],
    });
    expect(engine.clock.now()).toBeGreaterThanOrEqual(start + 1_000);
  });

  test('ends at the time-out, even when the function waits for nothing', async () => {
    const { invoke, engine } = await withFunction(`export const handler = () => new Promise(() => {});`);

    const outcome = invoke();
    await engine.time.advance(90);

    expect(await outcome).toMatchObject({ kind: 'failed', error: 'Sandbox.Timedout' });
  });

  test('does not pass for events that wait for a thread', async () => {
    const { invoke, engine } = await withFunction(sleeper);

    const outcomes = Promise.all(Array.from({ length: 7 }, () => invoke({ ms: 60_000 })));
    await engine.time.advance(60);

    expect((await outcomes).map(({ kind }) => kind)).toEqual(Array(7).fill('returned'));
  });
});

describe('an asynchronous event', () => {
  const failing = `export const handler = async (event) => { throw new TypeError('cannot ' + event.what); };`;

  test('is tried again after one minute and after two more, and then goes to the on-failure queue', async () => {
    const { enqueue, engine, lambda, sent } = await withFunction(failing);
    provision(lambda, 'AWS::Lambda::EventInvokeConfig', {
      FunctionName: 'pager',
      Qualifier: '$LATEST',
      DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-central-1:111122223333:failures' } },
    });

    enqueue({ what: 'page' });
    await engine.time.advance(179);
    const before = sent.length;
    await engine.time.advance(1);

    expect(before).toBe(0);
    expect(engine.trace.records.map(({ at }) => seconds(at - start))).toEqual([0, 60, 180]);
    expect(sent.map(({ queueArn }) => queueArn)).toEqual(['arn:aws:sqs:eu-central-1:111122223333:failures']);
    expect(JSON.parse(sent[0]?.body ?? '{}')).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
      requestPayload: { what: 'page' },
      responsePayload: { errorType: 'TypeError', errorMessage: 'cannot page' },
    });
  });

  test('waits while the functions are throttled, and is not lost', async () => {
    const { enqueue, engine } = await withFunction(`export const handler = async () => 1;`);
    engine.faults.replace([{ region: 'eu-central-1', service: 'functions', mode: 'throttle' }]);
    enqueue({});
    await engine.time.advance(600);
    engine.faults.replace([]);
    await engine.time.advance(300);

    expect(engine.trace.records.map(({ outcome }) => outcome)).toEqual(['answered']);
  });

  test('is lost while the functions drop', async () => {
    const { enqueue, engine } = await withFunction(`export const handler = async () => 1;`);
    engine.faults.replace([{ region: '*', service: 'functions', mode: 'drop' }]);
    enqueue({});
    engine.faults.replace([]);
    await engine.time.advance(3600);

    expect(engine.trace.records).toEqual([]);
  });
});

describe('an invocation', () => {
  const idle = `export const handler = async () => 1;`;

  test.each([
    ['refuse', 'ServiceException'],
    ['throttle', 'TooManyRequestsException'],
  ] as const)('of functions that %s fails with %s', async (mode, error) => {
    const { invoke, engine } = await withFunction(idle);
    engine.faults.replace([{ region: 'eu-central-1', service: 'functions', mode }]);

    expect(await invoke()).toMatchObject({ kind: 'failed', error });
  });

  test('of functions that hang ends after the longest time that a function may take', async () => {
    const { invoke, engine } = await withFunction(idle);
    engine.faults.replace([{ region: 'eu-central-1', service: 'functions', mode: 'hang' }]);

    const outcome = invoke();
    await engine.time.advance(900);

    expect(await outcome).toMatchObject({ kind: 'failed', error: 'ServiceException' });
  });

  test('by a caller without permission is refused in IAM’s words', async () => {
    stage = await lambdaStage(idle, { refusal: 'not you' });

    expect(await stage.invoke()).toEqual({
      kind: 'failed',
      error: 'AccessDeniedException',
      message: 'not you',
    });
  });

  test('of a function that does not exist gives an error with its name', async () => {
    const { lambda } = await withFunction(idle);
    const outcome = await lambda.functions.invoke(`${pagerArn}s`, {}, { kind: 'account' });

    expect(outcome).toMatchObject({
      error: 'ResourceNotFoundException',
      message: `Function not found: ${pagerArn}s`,
    });
  });
});

test('an unknown property of a function is an error', async () => {
  const { lambda } = await withFunction('');

  expect(() => provision(lambda, 'AWS::Lambda::Function', { SnapStart: {} })).toThrow('SnapStart');
});

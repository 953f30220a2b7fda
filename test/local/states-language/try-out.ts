import { problemsOf } from '../../../local/states-language/check/definition.ts';
import type { HistoryEntry, TaskCall, TaskReport } from '../../../local/states-language/host.ts';
import { historyLimitEvents } from '../../../local/states-language/limits.ts';
import { type Ending, runMachine } from '../../../local/states-language/run/machine.ts';
import { quietTime } from './quiet-time.ts';

export const midnight = Date.parse('2026-11-22T00:00:00.000Z');
export const invoke = 'arn:aws:states:::lambda:invoke';
export const invokeAndWait = 'arn:aws:states:::lambda:invoke.waitForTaskToken';

type Work = (call: TaskCall, report: (report: TaskReport) => void) => void;

export interface TryOut {
  readonly input?: unknown;
  /** What each task does. */
  readonly work?: Work;
  /** The value of every random number. */
  readonly chance?: number;
}

/** Starts a machine of the given states. The first state is the start. */
export function tryOut(states: object, { input = {}, work = () => undefined, chance = 0.5 }: TryOut = {}) {
  const definition = { QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0] ?? '', States: states };
  const problems = problemsOf(definition);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return start({ StartAt: definition.StartAt, States: { ...states } as never }, { input, work, chance });
}

function start(machine: Parameters<typeof runMachine>[0], { input, work, chance }: Required<TryOut>) {
  const time = quietTime(midnight);
  const events: HistoryEntry[] = [];
  const withdrawn: TaskCall[] = [];
  const thaws = new Set<() => void>();
  let tokens = 0;
  let frozen = false;
  let ending: Ending | undefined;
  const running = runMachine(machine, contextOf(input), {
    now: () => time.clock.now(),
    random: () => chance,
    at(due, label, fire) {
      const timer = time.clock.at(due, label, fire);
      return () => time.clock.cancel(timer);
    },
    begin: (label) => time.activity.begin(label),
    frozen: () => frozen,
    onThaw(listener) {
      thaws.add(listener);
      return () => thaws.delete(listener);
    },
    newToken: () => `token-${++tokens}`,
    startTask(call, report) {
      work(call, report);
      return () => withdrawn.push(call);
    },
    record: (entry) => events.push(entry),
    historyIsFull: () => events.length >= historyLimitEvents - 1,
    left: () => undefined,
  });
  const ended = running.ended.then((how) => {
    ending = how;
    return how;
  });
  const seconds = () => (time.clock.now() - midnight) / 1000;
  return {
    ...time,
    events,
    withdrawn,
    running,
    seconds,
    ending: () => ending,
    freeze(how: boolean) {
      frozen = how;
      for (const thaw of [...thaws]) thaw();
    },
    /** Lets time pass until the machine ends. */
    async finish() {
      await time.settle();
      while (ending === undefined && (await time.fireNext()));
      if (ending === undefined) throw new Error('The execution waits for something that never comes');
      return { ending: await ended, seconds: seconds() };
    },
  };
}

export type Attempt = ReturnType<typeof tryOut>;

/** The output of a machine that must succeed. */
export async function outputOf(states: object, options: TryOut = {}): Promise<unknown> {
  const { ending } = await tryOut(states, options).finish();
  if (ending.kind !== 'succeeded') throw new Error(`The execution ended as ${JSON.stringify(ending)}`);
  return ending.output;
}

/** The error and cause of a machine that must fail. */
export async function failureOf(states: object, options: TryOut = {}) {
  const { ending } = await tryOut(states, options).finish();
  if (ending.kind !== 'failed') throw new Error(`The execution ended as ${JSON.stringify(ending)}`);
  return ending;
}

/** Returns the value of one expression. */
export function evaluated(expression: string, input: unknown = {}): Promise<unknown> {
  return outputOf({ Only: { Type: 'Pass', Output: `{% ${expression} %}`, End: true } }, { input });
}

function contextOf(input: unknown) {
  return {
    Execution: {
      Id: 'arn:aws:states:eu-central-1:111122223333:execution:trial:one',
      Input: input,
      Name: 'one',
      RoleArn: 'arn:aws:iam::111122223333:role/trial',
      StartTime: new Date(midnight).toISOString(),
      RedriveCount: 0,
    },
    StateMachine: { Id: 'arn:aws:states:eu-central-1:111122223333:stateMachine:trial', Name: 'trial' },
  } as const;
}

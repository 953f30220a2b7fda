/** The interface of the local cloud for people, tests and scripts: `/local/...`. */

import { type Account, readAccountChanges } from '../account/account.ts';
import { readSwitches } from '../faults/fault-switches.ts';
import type { SwitchedFaults } from '../faults/faults.ts';
import type { WaitingCallers } from '../faults/kept-calls.ts';
import type { PortRequest } from '../kernel/port.ts';
import { problem } from '../kernel/problem.ts';
import type { AwsAnswer } from '../kernel/service.ts';
import type { PhoneBook } from '../phones/phone-book.ts';
import type { Lockstep } from '../quiet/lockstep.ts';
import type { TimeSkip } from '../quiet/time-skip.ts';
import type { Samples } from '../samples/sending.ts';
import type { TaskView } from '../services/connect/contact.ts';
import type { Tasks } from '../services/connect/task.ts';
import type { ExecutionView } from '../services/step-functions.ts';
import type { VirtualClock } from '../time/clock.ts';
import { bad, bodyOf, fields, isBad, json, number } from './body.ts';
import { localAddress } from './own-apis.ts';
import { handleCall, sendMessage } from './phones.ts';
import { handleTask } from './tasks.ts';

/** What the interface shows and changes. */
export interface LocalApiParts {
  readonly clock: VirtualClock;
  readonly time: TimeSkip;
  readonly phones: PhoneBook;
  readonly tasks: Tasks;
  /** The address where this cloud listens. */
  readonly url: () => string;
  readonly faults: SwitchedFaults;
  readonly account: Account;
  readonly lockstep: Lockstep;
  readonly callers: WaitingCallers;
  readonly samples: Samples;
  executions(): readonly ExecutionView[];
  functionNames(): readonly string[];
  /** Draws all random numbers anew from this seed. Undefined ends the lockstep. */
  schedule(seed: number | undefined): void;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  answer(
    parts: LocalApiParts,
    body: unknown,
    match: RegExpExecArray,
    query: URLSearchParams,
  ): Promise<AwsAnswer> | AwsAnswer;
}

const routes: readonly Route[] = [
  { method: 'GET', path: /^\/local\/state$/, answer: state },
  { method: 'POST', path: /^\/local\/phones\/([^/]+)\/messages$/, answer: sendMessage },
  { method: 'POST', path: /^\/local\/phones\/([^/]+)\/calls\/([^/]+)$/, answer: handleCall },
  { method: 'POST', path: /^\/local\/tasks\/([^/]+)$/, answer: handleTask },
  {
    method: 'POST',
    path: /^\/local\/samples\/([^/]+)$/,
    answer: (parts, _, [, id = '']) => parts.samples.send(id),
  },
  { method: 'POST', path: /^\/local\/clock$/, answer: moveClock },
  { method: 'PUT', path: /^\/local\/faults$/, answer: switchFaults },
  { method: 'PUT', path: /^\/local\/account$/, answer: changeAccount },
  { method: 'PUT', path: /^\/local\/schedule$/, answer: setSchedule },
];

/** More than any test or person needs. Without a limit, three digits too many would run for days. */
const longestAdvanceSeconds = 400 * 24 * 3600;

/** At a higher speed a laptop only falls behind. Skipping time does that job. */
const highestSpeed = 10_000;

/**
 * Answers at `/local/...`. Serves the pages of this port and callers that are no web page, and refuses all other
 * pages.
 */
export async function serveLocalApi(parts: LocalApiParts, request: PortRequest): Promise<AwsAnswer> {
  if (isForeignPage(request)) return problem(403, 'Forbidden', 'Pages of other sites may not use this cloud');
  const here = routes.filter(({ path }) => path.test(request.path));
  const route = here.find(({ method }) => method === request.method);
  const match = route?.path.exec(request.path);
  if (route === undefined || match === null || match === undefined) {
    return here.length > 0
      ? problem(405, 'Method not allowed', `Allowed: ${here.map(({ method }) => method).join(', ')}`)
      : problem(404, 'Not found', `There is no ${request.path}`);
  }
  try {
    return await route.answer(parts, bodyOf(request), match, request.query);
  } catch (error) {
    if (!isBad(error)) throw error;
    return problem(400, 'Bad request', error.message);
  }
}

/** Everything since the start. `?since=` leaves out the messages, calls and tasks before an instant. */
function state(
  { clock, phones, tasks, faults, executions, url }: LocalApiParts,
  _body: unknown,
  _match: RegExpExecArray,
  query: URLSearchParams,
): AwsAnswer {
  const since = number(Number(query.get('since') ?? 0), 'since', Number.MAX_SAFE_INTEGER);
  const isAsked = ({ at }: { readonly at: number }) => at >= since;
  return json({
    now: clock.now(),
    speed: clock.speed(),
    phones: phones.phones().map(({ messages, calls, ...phone }) => ({
      ...phone,
      messages: messages.filter(isAsked),
      calls: calls.filter(isAsked),
    })),
    tasks: tasks
      .all()
      .filter(isAsked)
      .map((task) => withOpenLinks(task, url())),
    faults: faults.switches(),
    executions: executions(),
  });
}

/** A link in a task leads to the address of a deployed API. No such API exists on a laptop. */
function withOpenLinks(task: TaskView, url: string): TaskView {
  const references = task.references.map((one) => ({ ...one, value: localAddress(one.value, url) }));
  return { ...task, references };
}

/**
 * `untilNews` stops at the first moment in which something reaches a phone or the operators. The answer says how many
 * callers of the APIs still wait: their requests need time to pass.
 */
async function moveClock(parts: LocalApiParts, body: unknown): Promise<AwsAnswer> {
  const { clock, time, phones, tasks, callers } = parts;
  const { advanceSeconds, speed, untilNews } = fields(body, ['advanceSeconds', 'speed', 'untilNews']);
  if ((advanceSeconds === undefined) === (speed === undefined))
    throw bad('Give advanceSeconds or speed, one of them');
  if (untilNews !== undefined && (untilNews !== true || speed !== undefined))
    throw bad(`untilNews: true, beside advanceSeconds, got ${JSON.stringify(untilNews)}`);
  const news = () => phones.arrivals() + tasks.all().length;
  const before = news();
  const hasNews = () => untilNews === true && news() !== before;
  if (speed === undefined)
    await time.advance(number(advanceSeconds, 'advanceSeconds', longestAdvanceSeconds), hasNews);
  else await time.setSpeed(number(speed, 'speed', highestSpeed));
  return json({ now: clock.now(), speed: clock.speed(), waitingCallers: callers.count() });
}

function switchFaults({ faults, functionNames }: LocalApiParts, body: unknown): AwsAnswer {
  try {
    faults.replace(readSwitches(body, functionNames()));
  } catch (error) {
    throw bad(error instanceof Error ? error.message : String(error));
  }
  return json(faults.switches());
}

/** The body replaces all earlier changes, as for the faults. */
function changeAccount({ account }: LocalApiParts, body: unknown): AwsAnswer {
  try {
    account.replace(readAccountChanges(body));
  } catch (error) {
    throw bad(error instanceof Error ? error.message : String(error));
  }
  return json(account.changes());
}

function setSchedule({ schedule }: LocalApiParts, body: unknown): AwsAnswer {
  const { seed } = fields(body, ['seed']);
  if (seed !== null && !Number.isSafeInteger(seed)) {
    throw bad(`seed: a whole number, or null for no lockstep, got ${JSON.stringify(seed)}`);
  }
  schedule(seed === null ? undefined : Number(seed));
  return json({ seed });
}

function isForeignPage({ headers }: PortRequest): boolean {
  const hosts = [headers['host'], headers['origin']?.replace(/^https?:\/\//, '')];
  return hosts.some((host) => host !== undefined && !/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host));
}

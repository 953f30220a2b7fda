import type { TestPage } from '../../domain/api/test-page.ts';
import { aligned } from '../print/table-text.ts';
import { type Command, type Given, type Result, textIn } from './command.ts';

/** The paths, in the order in which they are tried. */
const paths = (['sms', 'call'] as const).flatMap((path) =>
  (['own', 'other'] as const).map((through) => ({ path, through })),
);

const usualWaitSeconds = 120;
const longestWaitSeconds = 900;
const askEveryMs = 2000;

/** One path, and what came of it. */
interface Tried {
  readonly path: string;
  readonly region: string;
  readonly outcome: 'answered' | 'not answered' | 'refused' | 'not tried';
  readonly words: string;
}

/** Pages oneself over each path in turn, and says what arrived. */
export const testPage: Command = {
  summary: 'page yourself over each path in turn, and say what arrived; it is about no incident',
  usage: '--as <responder> [--wait <seconds>]',
  help: [
    `--wait <seconds>       how long each path waits for your answer (default ${usualWaitSeconds}); Ctrl-C ends it`,
    '                       SMS through both regions, then a call through each. Each page says that it is a test,',
    '                       and how to answer it. Exit code: 0 when you have answered all of them, 1 otherwise.',
  ],
  options: { wait: { type: 'string' } },
  operands: [],
  async run(given) {
    const by = textIn(given, 'as') ?? given.environment['PERMANENCE_AS'];
    if (by === undefined || by === '')
      return { kind: 'misused', message: 'say who you are: --as <responder>, or the variable PERMANENCE_AS' };
    const seconds = Number(textIn(given, 'wait') ?? usualWaitSeconds);
    if (!(seconds >= 1 && seconds <= longestWaitSeconds))
      return { kind: 'misused', message: `--wait must be from 1 to ${longestWaitSeconds} seconds` };
    const tried: Tried[] = [];
    for (const one of paths) {
      const result = given.stop.aborted ? notTried(one.path) : await tryPath(given, by, one, seconds);
      if ('kind' in result) return result;
      tried.push(result);
    }
    return resultOf(tried);
  },
};

function notTried(path: string): Tried {
  return { path, region: '-', outcome: 'not tried', words: 'stopped before' };
}

async function tryPath(
  given: Given,
  by: string,
  { path, through }: (typeof paths)[number],
  seconds: number,
): Promise<Tried | Result> {
  const sent = await given.ask('sendTestPage', { body: { by, path, through } });
  if (sent.kind === 'failed') return sent;
  const { region, refused, answer } = sent.body;
  if (refused !== null) return { path, region, outcome: 'refused', words: refused };
  const what = path === 'sms' ? `reply "${answer}"` : `pick up, and press ${answer}`;
  given.say(`${path} through ${region}: accepted. Within ${seconds} seconds: ${what}`);
  return answered(given, sent.body, seconds);
}

/** Asks the cell until the page is answered, the time is over, or somebody presses Ctrl-C. */
async function answered(
  given: Given,
  { path, region, responder, sentAt }: TestPage,
  seconds: number,
): Promise<Tried> {
  for (let waited = 0; waited < seconds * 1000 && !given.stop.aborted; waited += askEveryMs) {
    await given.pause(askEveryMs);
    const shown = await given.ask('showTestPage', { id: responder });
    const isThis = shown.kind === 'answered' && shown.body.sentAt === sentAt;
    if (!isThis || shown.body.answeredAt === null) continue;
    const took = Math.round((Date.parse(shown.body.answeredAt) - Date.parse(sentAt)) / 1000);
    return { path, region, outcome: 'answered', words: `after ${took} seconds` };
  }
  const words = given.stop.aborted
    ? 'stopped'
    : `nothing in ${seconds} seconds: it did not arrive, or was not answered`;
  return { path, region, outcome: 'not answered', words };
}

function resultOf(tried: readonly Tried[]): Result {
  const rows = tried.map(({ path, region, outcome, words }) => [path, region, outcome, words]);
  const isAll = tried.every(({ outcome }) => outcome === 'answered');
  return {
    kind: 'done',
    text: aligned([['PATH', 'REGION', 'OUTCOME', ''], ...rows]).join('\n'),
    json: { paths: tried },
    exitCode: isAll ? 0 : 1,
  };
}

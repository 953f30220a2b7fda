import { existsSync, readFileSync } from 'node:fs';
import type { Accepted, NativeAlarm } from '../../domain/api/alarm.ts';
import { severities } from '../../domain/organization/formats.ts';
import { cellsFrom, isOnThisMachine } from '../cell/cells.ts';
import { laptopKey } from '../cell/laptop-key.ts';
import { type Command, type Given, type Result, textIn } from './command.ts';

/** Sends an alarm, as a source would. */
export const alarm: Command = {
  summary: 'send an alarm, as a source would',
  usage:
    '--service <name> --summary <text> [--severity <severity>] [--dedup-key <text>] [--resolved] [--key-from <where>]',
  help: [
    '--service <name>       a service of the organization',
    '--summary <text>       what is wrong, in a few words',
    '--severity <severity>  critical, high or low; without it, the service’s',
    '--dedup-key <text>     alarms with the same one are one incident (default: service and summary)',
    '--resolved             it is right again',
    '--key-from <where>     the integration key: env:<variable> or file:<path>; without it PERMANENCE_KEY,',
    '                       and on the laptop the key for trying',
  ],
  options: {
    service: { type: 'string' },
    summary: { type: 'string' },
    severity: { type: 'string' },
    'dedup-key': { type: 'string' },
    resolved: { type: 'boolean' },
    'key-from': { type: 'string' },
  },
  operands: [],
  async run(given) {
    const key = keyFrom(given);
    const body = bodyFrom(given);
    if (typeof body === 'string') return { kind: 'misused', message: body };
    if ('message' in key) return { kind: 'misused', message: key.message };
    const answer = await given.ask('sendAlarm', { body, bearer: key.key });
    return answer.kind === 'failed' ? answer : sent(answer.body);
  },
};

function sent(accepted: Accepted): Result {
  const { code, status, incidentId, warnings = [] } = accepted;
  return {
    kind: 'done',
    text: code === null ? 'No incident is open for it.' : `${code}  ${status}  ${incidentId}`,
    json: accepted,
    warnings: warnings.map(({ place, message }) => `${place}: ${message}`),
  };
}

function bodyFrom(given: Given): NativeAlarm | string {
  const service = textIn(given, 'service');
  const summary = textIn(given, 'summary');
  const typed = textIn(given, 'severity');
  const severity = severities.find((each) => each === typed);
  if (service === undefined || summary === undefined) return '--service and --summary are needed';
  if (severity !== typed) return `--severity must be one of ${severities.join(', ')}, got ${typed}`;
  return {
    dedupKey: textIn(given, 'dedup-key') ?? `${service}: ${summary}`,
    service,
    summary,
    ...(severity === undefined ? {} : { severity }),
    ...(given.values['resolved'] === true ? { state: 'resolved' } : {}),
  };
}

/** The key is never an option: everybody on a machine can read the options of its commands. */
function keyFrom(given: Given): { readonly key: string } | { readonly message: string } {
  const where = textIn(given, 'key-from');
  const usual = given.environment['PERMANENCE_KEY'];
  if (where === undefined && usual !== undefined) return { key: usual };
  if (where === undefined && isForLaptop(given)) return { key: laptopKey };
  const [, kind, name = ''] = /^(env|file):(.+)$/.exec(where ?? '') ?? [];
  const key =
    kind === 'env'
      ? given.environment[name]
      : kind === 'file' && existsSync(name)
        ? readFileSync(name, 'utf8').trim()
        : undefined;
  if (key !== undefined && key !== '') return { key };
  const got = where === undefined ? '' : `, got ${where}, where there is none`;
  return { message: `--key-from must say where the integration key is: env:<variable> or file:<path>${got}` };
}

function isForLaptop(given: Given): boolean {
  const found = cellsFrom(textIn(given, 'cell'), given.environment);
  return found.kind === 'found' && found.cells.every(isOnThisMachine);
}

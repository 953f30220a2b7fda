import { parseArgs } from 'node:util';
import { didYouMean } from '../domain/organization/did-you-mean.ts';
import { askCells } from './cell/ask.ts';
import { cellsFrom } from './cell/cells.ts';
import { acknowledge } from './commands/acknowledge.ts';
import { alarm } from './commands/alarm.ts';
import { assess } from './commands/assess.ts';
import { assign } from './commands/assign.ts';
import { boardLink } from './commands/board-link.ts';
import type { Command, Result } from './commands/command.ts';
import { consent } from './commands/consent.ts';
import { decline } from './commands/decline.ts';
import { doctor } from './commands/doctor.ts';
import { escalate } from './commands/escalate.ts';
import { handOver } from './commands/hand-over.ts';
import { incidents } from './commands/incidents.ts';
import { onCall } from './commands/on-call.ts';
import { type Pausing, pausing } from './commands/pausing.ts';
import { putAside } from './commands/put-aside.ts';
import { reopen } from './commands/reopen.ts';
import { report } from './commands/report.ts';
import { resolve } from './commands/resolve.ts';
import { serious } from './commands/serious.ts';
import { show } from './commands/show.ts';
import { testPage } from './commands/test-page.ts';
import { update } from './commands/update.ts';
import { aligned } from './print/table-text.ts';

const commands: Readonly<Record<string, Command>> = {
  incidents,
  show,
  acknowledge,
  decline,
  resolve,
  reopen,
  update,
  escalate,
  'hand-over': handOver,
  serious,
  assign,
  assess,
  consent,
  'on-call': onCall,
  report,
  'put-aside': putAside,
  'board-link': boardLink,
  alarm,
  doctor,
  'test-page': testPage,
};

/** The options of every command. */
const everywhere = {
  cell: { type: 'string' },
  as: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const everywhereHelp = [
  '--cell <a|b|address>   only this cell; without it the first, and the other when it does not answer',
  '--as <responder>       who says so (or the variable PERMANENCE_AS)',
  '--json                 the answer of the cell, as it is',
  '--help                 this text',
];

/** The input of the command line, and its output. */
export interface Surroundings extends Partial<Pausing> {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const terminal: Surroundings = {
  environment: process.env,
  out: (text) => console.log(text),
  err: (text) => console.error(text),
};

/**
 * Runs the command line, and returns its exit code: 0; 1 when a cell refuses or none answers; 2 when its arguments
 * are wrong. `doctor` has codes of its own.
 */
export async function main(args: readonly string[], around: Surroundings = terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    around.out(overview());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const known = Object.keys(commands);
    around.err(`There is no command ${name}${didYouMean(name, known)}. Commands: ${known.join(', ')}.`);
    return 2;
  }
  if (rest.includes('--help')) {
    around.out(helpOf(name, command));
    return 0;
  }
  const result = await run(command, rest, around);
  return print(result, { name, command, isJson: rest.includes('--json'), around });
}

async function run(command: Command, args: string[], around: Surroundings): Promise<Result> {
  const parsed = parse(command, args);
  if ('message' in parsed) return { kind: 'misused', message: parsed.message };
  const { values, positionals } = parsed;
  const missing = command.operands.slice(positionals.length);
  if (missing.length > 0) return { kind: 'misused', message: `${missing.join(' ')} is missing` };
  const extra = positionals.slice(command.operands.length + (command.optional?.length ?? 0));
  if (extra.length > 0) return { kind: 'misused', message: `${extra.join(' ')} is too much` };

  const cell = typeof values['cell'] === 'string' ? values['cell'] : undefined;
  const asked = cellsFrom(cell, around.environment);
  if (asked.kind === 'misused') return asked;
  const ask = askCells(asked.cells, around.err);
  const { environment } = around;
  const { pause, stop } = pausing(around);
  return command.run({
    ...{ operands: positionals, values, environment, ask, cells: asked.cells },
    ...{ say: around.err, pause, stop },
  });
}

type Parsed =
  | { readonly values: Record<string, string | boolean | undefined>; readonly positionals: string[] }
  | { readonly message: string };

function parse({ options }: Command, args: string[]): Parsed {
  const all = { ...everywhere, ...options };
  try {
    const { values, positionals } = parseArgs({ args, options: all, allowPositionals: true });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    const { message } = error as Error;
    const [, unknown] = /^Unknown option '(--[^']+)'/.exec(message) ?? [];
    if (unknown === undefined) return { message };
    const known = Object.keys(all).map((option) => `--${option}`);
    return { message: `there is no ${unknown}${didYouMean(unknown, known)}, only ${known.join(' ')}` };
  }
}

/** How a result is printed. */
interface Printing {
  readonly name: string;
  readonly command: Command;
  readonly isJson: boolean;
  readonly around: Surroundings;
}

/** Prints a result, and gives the exit code. */
function print(result: Result, { name, command, isJson, around }: Printing): number {
  switch (result.kind) {
    case 'done':
      for (const warning of result.warnings ?? []) around.err(warning);
      around.out(isJson ? JSON.stringify(result.json, null, 2) : result.text);
      return result.exitCode ?? 0;
    case 'failed':
      around.err(result.message);
      return 1;
    case 'misused':
      around.err(`${result.message}\nUsage: permanence ${name} ${command.usage}`);
      return 2;
  }
}

function overview(): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => [`  ${name}`, summary]);
  return [
    'Usage: permanence <command> [options]',
    '',
    ...aligned(rows),
    '',
    ...everywhereHelp.map((line) => `  ${line}`),
    '',
    'permanence <command> --help prints its other options. Exit code: 0, 1 when a cell refuses or none answers, 2 when called wrongly.',
    'The command line asks the laptop (npm start), or the cells of the variable PERMANENCE_CELLS: "<first>,<second>".',
  ].join('\n');
}

function helpOf(name: string, { summary, usage, help }: Command): string {
  const lines = [...help, ...everywhereHelp].map((line) => `  ${line}`);
  return [`Usage: permanence ${name} ${usage}`, '', summary, '', ...lines].join('\n');
}

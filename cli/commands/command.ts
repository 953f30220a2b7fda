import type { ParseArgsConfig } from 'node:util';
import type { Ask } from '../cell/ask.ts';
import type { Cell } from '../cell/cells.ts';

/** One command of the command line: a file in `commands/`. */
export interface Command {
  /** What it does, in a line. */
  readonly summary: string;
  /** How it is called, after its name: `<id|code> [--minutes <number>]`. */
  readonly usage: string;
  /** What its own options mean, a line each. */
  readonly help: readonly string[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** The names of the operands that must be given. */
  readonly operands: readonly string[];
  /** The names of the operands that may follow. @default - none */
  readonly optional?: readonly string[];
  run(given: Given): Promise<Result>;
}

/** The arguments of a command. */
export interface Given {
  readonly operands: readonly string[];
  /** The options, without `--`. */
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly ask: Ask;
  /** The cells that `ask` asks. */
  readonly cells: readonly Cell[];
  /** Prints a line while the command goes on. */
  say(line: string): void;
  /** Waits so many milliseconds, or until `stop`. */
  pause(ms: number): Promise<void>;
  /** Ctrl-C. A command that waits ends then, and prints what it knows. */
  readonly stop: AbortSignal;
}

/**
 * The outcome of a command: exit code 0; 1 when a cell refuses or no cell answers; 2 when its arguments are wrong.
 */
export type Result =
  | {
      readonly kind: 'done';
      readonly text: string;
      readonly json: unknown;
      readonly warnings?: readonly string[];
      /** @default 0 */
      readonly exitCode?: number;
    }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'misused'; readonly message: string };

/** The text of an option; undefined when it was not given. */
export function textIn({ values }: Given, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** A number of minutes from 1 to 720. */
export function minutesIn(text: string): number | undefined {
  const minutes = Number(text);
  return /^\d{1,3}$/.test(text) && minutes >= 1 && minutes <= 720 ? minutes : undefined;
}

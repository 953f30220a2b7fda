import type { ParseArgsConfig } from 'node:util';
import type { Ask } from '../cell/ask.ts';

/** One thing that the command line does: a file in `commands/`. */
export interface Command {
  /** What it does, in a line. */
  readonly summary: string;
  /** How it is called, after its name: `<id|code> [--minutes <number>]`. */
  readonly usage: string;
  /** What its own options mean, a line each. */
  readonly help: readonly string[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** What must stand beside the options, by name. */
  readonly operands: readonly string[];
  /** What may stand after those. @default - nothing */
  readonly optional?: readonly string[];
  run(given: Given): Promise<Result>;
}

/** What a command was called with. */
export interface Given {
  readonly operands: readonly string[];
  /** The options that were given, without `--`. */
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly ask: Ask;
}

/** How a command ends: 0, 1 when a cell refuses or none answers, 2 when it was called wrongly. */
export type Result =
  | {
      readonly kind: 'done';
      readonly text: string;
      readonly json: unknown;
      readonly warnings?: readonly string[];
    }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'misused'; readonly message: string };

/** An option with a text, where it was given. */
export function textIn({ values }: Given, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

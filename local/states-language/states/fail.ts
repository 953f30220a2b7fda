import type { FailState } from '../definition.ts';
import { expressionFailure, stateFailure } from '../failure.ts';
import { evaluateField, type Step, type Visit } from '../visit.ts';

/** Ends its graph with the error that it names. */
export async function fail(visit: Visit, { Error: error, Cause }: FailState): Promise<Step> {
  const name = await text(visit, error, 'Error');
  const cause = await text(visit, Cause, 'Cause');
  throw stateFailure(name ?? '', cause);
}

async function text(visit: Visit, template: string | undefined, field: string): Promise<string | undefined> {
  if (template === undefined) return undefined;
  const value = await evaluateField(visit, template, field);
  if (typeof value === 'string') return value;
  throw expressionFailure(`The field '${field}' must be a string, but was ${JSON.stringify(value)}.`, field);
}

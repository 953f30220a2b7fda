import { expressionIn } from '../expression.ts';
import { longestSeconds } from '../limits.ts';
import { timestamp } from '../states/wait.ts';
import { isFields } from './problem.ts';

/** Returns what a value must be, when it is something else. */
export type Rule = (value: unknown) => string | undefined;

const isExpression = (value: unknown) => typeof value === 'string' && expressionIn(value) !== undefined;

const must =
  (what: string, holds: (value: unknown) => boolean): Rule =>
  (value) =>
    holds(value) ? undefined : `must be ${what}, got ${JSON.stringify(value)}`;

/** The rules by which fields are checked. */
export const anything: Rule = () => undefined;
export const text = must('a string', (value) => typeof value === 'string');
export const name = must(
  'a string of 1 to 80 characters',
  (v) => typeof v === 'string' && /^.{1,80}$/su.test(v),
);
export const flag = must('true or false', (value) => typeof value === 'boolean');
export const object = must('an object', isFields);
export const list = must('an array with at least one member', (v) => Array.isArray(v) && v.length > 0);
export const condition = must('a JSONata expression', (v) => typeof v === 'boolean' || isExpression(v));
export const items = must('an array or a JSONata expression', (v) => Array.isArray(v) || isExpression(v));

export const moment = must(
  'an ISO 8601 time with its offset, or a JSONata expression',
  (value) => isExpression(value) || (typeof value === 'string' && timestamp.test(value)),
);

const whole = (value: unknown, least: number, most: number) =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

/** A whole number between the two, both included. */
export function wholeNumberFrom(least: number, most = longestSeconds): Rule {
  return must(`a whole number from ${least} to ${most}`, (value) => whole(value, least, most));
}

/** A whole number between the two, or an expression. */
export function wholeNumberOrExpressionFrom(least: number, most = longestSeconds): Rule {
  const what = `a whole number from ${least} to ${most}, or a JSONata expression`;
  return must(what, (value) => isExpression(value) || whole(value, least, most));
}

export const atLeastOne = must('a number of at least 1', (value) => typeof value === 'number' && value >= 1);

/** One of these words. */
export function oneOf(...values: readonly string[]): Rule {
  return must(values.map((v) => `'${v}'`).join(' or '), (v) => typeof v === 'string' && values.includes(v));
}

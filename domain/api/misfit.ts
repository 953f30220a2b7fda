import type * as z from 'zod/mini';
import type { Operation } from './operation.ts';
import { type AnswerOf, operations } from './operations.ts';
import type { OperationName } from './routes.ts';

/** Whether an answer has the shape that this version of the API promises. */
export function isAnswerOf<N extends OperationName>(
  name: N,
  status: number,
  body: unknown,
): body is AnswerOf<N> {
  return misfitOf(name, status, body) === undefined;
}

/** Where an answer differs from what the API promises, and what was expected there; undefined: nowhere. */
export function misfitOf(name: OperationName, status: number, body: unknown): string | undefined {
  const { answers }: Operation = operations[name];
  const content = answers[status]?.content;
  if (content?.type !== 'json') return `the status ${status} was not expected`;
  const [issue] = content.schema.safeParse(body).error?.issues ?? [];
  if (issue === undefined) return undefined;
  const place = issue.path.length === 0 ? 'the answer' : issue.path.join('.');
  const found = JSON.stringify(valueAt(body, issue.path)) ?? 'nothing';
  return `${place} must be ${expectedBy(issue)}, got ${found.slice(0, maxShown)}`;
}

/** Characters of a value in a message. */
const maxShown = 80;

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.join(' or ');
    case 'invalid_type':
      return issue.expected;
    case 'invalid_format':
      return issue.format;
    default:
      return 'something else';
  }
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let value = body;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, name)?.value;
  }
  return value;
}

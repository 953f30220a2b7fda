import type { Template } from './definition.ts';
import { evaluate, expressionIn } from './expression.ts';
import { expressionFailure } from './failure.ts';

/**
 * Evaluates every expression in a template, at any depth.
 *
 * `location` is the field of the state. It grows with the depth: `Output/answers[0]`.
 */
export async function evaluateTemplate(
  template: Template,
  bindings: Readonly<Record<string, unknown>>,
  location: string,
): Promise<unknown> {
  if (typeof template === 'string') {
    const source = expressionIn(template);
    return source === undefined ? template : evaluate(source, bindings, location);
  }
  if (typeof template !== 'object' || template === null) return template;
  if (Array.isArray(template)) {
    const members: unknown[] = [];
    for (const [i, member] of template.entries()) {
      members.push(await evaluateTemplate(member, bindings, `${location}[${i}]`));
    }
    return members;
  }
  const members: [string, unknown][] = [];
  for (const [name, member] of Object.entries(template)) {
    members.push([name, await evaluateTemplate(member, bindings, `${location}/${name}`)]);
  }
  return Object.fromEntries(members);
}

interface WholeNumber {
  readonly location: string;
  readonly least: number;
  readonly most: number;
}

/** The value of a field such as `TimeoutSeconds`. It must be a whole number within bounds. */
export function wholeNumber(value: unknown, { location, least, most }: WholeNumber): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw expressionFailure(
    `The field '${location}' must be a whole number from ${least} to ${most}, but was ${JSON.stringify(value)}.`,
    location,
  );
}

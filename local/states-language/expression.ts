import jsonata from 'jsonata';
import { expressionFailure } from './failure.ts';

const compiled = new Map<string, jsonata.Expression>();

/** Compiles an expression, or returns the earlier result. Throws what the parser of JSONata throws. */
export function compile(source: string): jsonata.Expression {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const expression = jsonata(source);
  compiled.set(source, expression);
  return expression;
}

/** The text between `{%` and `%}`; undefined when the text is not an expression. */
export function expressionIn(text: string): string | undefined {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4
    ? text.slice(2, -2).trim()
    : undefined;
}

/** The value of an expression as plain JSON. In a failure, `location` names the expression's field. */
export async function evaluate(
  source: string,
  bindings: Readonly<Record<string, unknown>>,
  location: string,
): Promise<unknown> {
  const fail = (what: string) =>
    expressionFailure(
      `The JSONata expression '${source}' specified for the field '${location}' ${what}`,
      location,
    );

  const value = await compile(source)
    .evaluate(undefined, bindings)
    .catch((thrown: { code?: string; message: string }) => {
      const code = thrown.code === undefined ? '' : `${thrown.code}: `;
      throw fail(`threw an error during evaluation. ${code}${thrown.message}`);
    });
  if (value === undefined) throw fail('returned nothing (undefined).');
  return plain(value, (kind) => fail(`returned an unsupported result type '${kind}'.`));
}

function plain(value: unknown, fail: (kind: string) => Error): unknown {
  if (typeof value === 'function') throw fail('function');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => plain(member ?? null, fail));
  if ('_jsonata_lambda' in value || '_jsonata_function' in value) throw fail('function');
  if (value instanceof RegExp) throw fail('regular expression');
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, plain(member, fail)]));
}

import type jsonata from 'jsonata';
import { compile, expressionIn } from '../expression.ts';
import { functionNames } from '../functions.ts';
import type { Complain } from './problem.ts';
import { referencesOf } from './references.ts';

/** What the expressions of one field may refer to. */
export interface Visible {
  /** The variables that its graph and the graphs around that assign. */
  readonly variables: ReadonlySet<string>;
  /** The allowed members of `$states`: `input` and `context` everywhere, `result` and `errorOutput` in few places. */
  readonly states: readonly string[];
}

/**
 * Checks every expression in a template: whether it can be parsed, and whether everything exists to which it refers.
 */
export function checkTemplate(template: unknown, visible: Visible, at: string, complain: Complain): void {
  if (typeof template === 'string') {
    checkText(template, visible, at, complain);
  } else if (Array.isArray(template)) {
    for (const [i, member] of template.entries()) checkTemplate(member, visible, `${at}[${i}]`, complain);
  } else if (typeof template === 'object' && template !== null) {
    for (const [name, member] of Object.entries(template)) {
      if (name.endsWith('.$')) {
        complain('SCHEMA_VALIDATION_FAILED', `'${name}' is JSONPath, the state is JSONata`, `${at}/${name}`);
      }
      checkTemplate(member, visible, `${at}/${name}`, complain);
    }
  }
}

function checkText(text: string, visible: Visible, at: string, complain: Complain): void {
  const source = expressionIn(text);
  if (source !== undefined) {
    checkExpression(source, visible, at, complain);
  } else if (text.trimStart().startsWith('{%') || text.trimEnd().endsWith('%}')) {
    const message = `An expression begins with {% and ends with %}, got '${text}'`;
    complain('INVALID_JSONATA_EXPRESSION', message, at);
  }
}

function checkExpression(source: string, visible: Visible, at: string, complain: Complain): void {
  const tree = parse(source, at, complain);
  if (tree === undefined) return;
  const { contextual, variables, bound, states } = referencesOf(tree);
  const unsupported = (message: string) => complain('UNSUPPORTED_JSONATA_EXPRESSION', message, at);

  for (const name of contextual) unsupported(`Reference to '${name}' at the top level is not supported.`);
  for (const member of states) {
    if (!visible.states.includes(member))
      unsupported(`Reference to '$states.${member}' is not supported here.`);
  }
  for (const name of variables) {
    const exists =
      name === 'states' || visible.variables.has(name) || functionNames.has(name) || bound.has(name);
    if (!exists) unsupported(`'$${name}' is no function of Step Functions, and no state assigns it.`);
  }
}

function parse(source: string, at: string, complain: Complain): jsonata.ExprNode | undefined {
  try {
    return compile(source).ast();
  } catch (thrown) {
    const { code, message } = thrown as { code: string; message: string };
    complain('INVALID_JSONATA_EXPRESSION', `'${source}': ${code}: ${message}`, at);
    return undefined;
  }
}

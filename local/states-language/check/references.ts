import { type Fields, isFields } from './problem.ts';

/** What an expression refers to. */
export interface References {
  /** What needs a context item at the top level, where none exists: names, `$`, `$$`, wildcards. */
  readonly contextual: ReadonlySet<string>;
  /** The names of variables and functions, without their dollar. */
  readonly variables: ReadonlySet<string>;
  /** The variables that the expression itself binds. */
  readonly bound: ReadonlySet<string>;
  /** The members of `$states` that it reads. */
  readonly states: ReadonlySet<string>;
}

interface Found {
  readonly contextual: Set<string>;
  readonly variables: Set<string>;
  readonly bound: Set<string>;
  readonly states: Set<string>;
}

/** Visits the syntax tree of an expression. */
export function referencesOf(tree: object): References {
  const found: Found = { contextual: new Set(), variables: new Set(), bound: new Set(), states: new Set() };
  visit({ ...tree }, true, found);
  return found;
}

/** `top` says that the node has no context item. Only after the first step of a path is there one. */
function visit(node: Fields, top: boolean, found: Found): void {
  const { type, value } = node;
  if (type === 'path') visitPath(node, top, found);
  else if (type === 'variable') visitVariable(node, top, found);
  else if (type === 'transform') visitAll(node, false, found);
  else {
    if (top && ['name', 'wildcard', 'descendant'].includes(String(type))) found.contextual.add(String(value));
    if (type === 'bind') found.bound.add(nameOf(node['lhs']));
    if (type === 'lambda')
      for (const parameter of nodesIn(node['arguments'])) found.bound.add(nameOf(parameter));
    visitAll(node, top, found);
  }
}

function visitPath({ steps, ...rest }: Fields, top: boolean, found: Found): void {
  const [first, second, ...others] = nodesIn(steps);
  if (first !== undefined) visit(first, top, found);
  if (first?.['type'] === 'variable' && first['value'] === 'states' && second !== undefined) {
    found.states.add(second['type'] === 'name' ? String(second['value']) : '*');
  }
  for (const step of second === undefined ? [] : [second, ...others]) visit(step, false, found);
  visitAll(rest, false, found);
}

function visitVariable(node: Fields, top: boolean, found: Found): void {
  const name = nameOf(node);
  if (name === '$' || (name === '' && top)) found.contextual.add(`$${name}`);
  else if (name !== '') found.variables.add(name);
  visitAll(node, top, found);
}

/** Visits the members of a node. Predicates, groups and sort terms have the item of their step as context. */
function visitAll(node: Fields, top: boolean, found: Found): void {
  for (const [member, value] of Object.entries(node)) {
    if (member === 'focus' || member === 'index') found.bound.add(String(value));
    const inner = top && !['stages', 'predicate', 'group', 'terms'].includes(member);
    for (const child of nodesIn(value)) visit(child, inner, found);
  }
}

function nodesIn(value: unknown): readonly Fields[] {
  if (Array.isArray(value)) return value.flatMap((member) => nodesIn(member));
  return isFields(value) && !(value instanceof RegExp) ? [value] : [];
}

function nameOf(node: unknown): string {
  return isFields(node) ? String(node['value']) : '';
}

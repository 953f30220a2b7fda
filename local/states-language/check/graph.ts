import { type Complain, type Fields, isFields } from './problem.ts';

/**
 * Checks the transitions of one graph. Each must lead to a state of the graph. Each state must be reachable, and so
 * must an end.
 */
export function checkGraph(graph: Fields, at: string, complain: Complain): void {
  const states = isFields(graph['States']) ? graph['States'] : {};
  const start = graph['StartAt'];
  const seen = new Set<string>();
  const follow = (target: string, from: string): void => {
    if (seen.has(target)) return;
    const state = states[target];
    if (!isFields(state)) {
      complain('MISSING_TRANSITION_TARGET', `Missing 'Next' target: ${target}`, from);
      return;
    }
    seen.add(target);
    for (const [next, field] of targetsOf(state)) follow(next, `${at}/States/${target}/${field}`);
  };
  if (typeof start === 'string') follow(start, `${at}/StartAt`);

  for (const [name, state] of Object.entries(states)) {
    const where = `${at}/States/${name}`;
    if (!seen.has(name)) complain('MISSING_TRANSITION_TARGET', `State '${name}' is not reachable`, where);
    if (isFields(state)) checkWayOut(state, where, complain);
  }
  const ends = [...seen].some((name) => isEnd(states[name]));
  if (!ends) complain('MISSING_END_STATE', 'No state ends this graph', `${at}/States`);
}

const terminal = ['Succeed', 'Fail'];

function checkWayOut(state: Fields, at: string, complain: Complain): void {
  const type = String(state['Type']);
  if (terminal.includes(type) || type === 'Choice') return;
  if ('Next' in state === (state['End'] === true)) {
    complain('SCHEMA_VALIDATION_FAILED', "A state has either a 'Next' or 'End': true", at);
  }
}

function isEnd(state: unknown): boolean {
  return isFields(state) && (terminal.includes(String(state['Type'])) || state['End'] === true);
}

/** The states that may follow a state, each with the field that names it. */
function targetsOf(state: Fields): readonly (readonly [string, string])[] {
  const of = (holder: unknown, member: string, field: string): (readonly [string, string])[] => {
    const target = isFields(holder) ? holder[member] : undefined;
    return typeof target === 'string' ? [[target, field]] : [];
  };
  const nested = (field: 'Choices' | 'Catch') => {
    const holders = state[field];
    if (!Array.isArray(holders)) return [];
    return holders.flatMap((holder, i) => of(holder, 'Next', `${field}[${i}]/Next`));
  };
  return [
    ...of(state, 'Next', 'Next'),
    ...of(state, 'Default', 'Default'),
    ...nested('Choices'),
    ...nested('Catch'),
  ];
}

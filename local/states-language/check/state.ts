import { checkErrorNames } from './errors.ts';
import { checkTemplate } from './expressions.ts';
import { checkFields, parts } from './fields.ts';
import { type Complain, type Fields, isFields } from './problem.ts';

/** Fields with expressions that may use only the input and the context. */
const plainTemplates = [
  ...['Arguments', 'TimeoutSeconds', 'HeartbeatSeconds', 'Seconds', 'Timestamp', 'Error', 'Cause'],
  ...['Items', 'ItemSelector', 'MaxConcurrency'],
];

/** Checks the inside of a state: its expressions, rules, Retriers and Catchers. Its fields were checked before. */
export function checkInside(
  state: Fields,
  variables: ReadonlySet<string>,
  at: string,
  complain: Complain,
): void {
  const always = ['input', 'context'];
  const templates = (holder: Fields, fields: readonly string[], states: readonly string[], where: string) => {
    for (const field of fields)
      checkTemplate(holder[field], { variables, states }, `${where}/${field}`, complain);
  };
  const hasResult = ['Task', 'Parallel', 'Map'].includes(String(state['Type']));

  templates(state, plainTemplates, always, at);
  templates(state, ['Assign', 'Output'], hasResult ? [...always, 'result'] : always, at);
  for (const [rule, where] of membersOf(state, 'Choices', at)) {
    checkFields(rule, parts.rule, where, complain);
    templates(rule, ['Condition', 'Assign', 'Output'], always, where);
  }
  for (const [retrier, where] of membersOf(state, 'Retry', at)) {
    checkFields(retrier, parts.retrier, where, complain);
  }
  for (const [catcher, where] of membersOf(state, 'Catch', at)) {
    checkFields(catcher, parts.catcher, where, complain);
    templates(catcher, ['Assign', 'Output'], [...always, 'errorOutput'], where);
  }
  for (const field of ['Retry', 'Catch']) {
    const handlers = state[field];
    if (Array.isArray(handlers)) checkErrorNames(handlers, `${at}/${field}`, complain);
  }
  checkType(state, at, complain);
}

/** Rules for states of one type. */
function checkType(state: Fields, at: string, complain: Complain): void {
  if (state['Type'] === 'Wait' && 'Seconds' in state === 'Timestamp' in state) {
    complain('SCHEMA_VALIDATION_FAILED', "A Wait has either 'Seconds' or 'Timestamp'", at);
  }
  const [heartbeat, timeout] = [state['HeartbeatSeconds'], state['TimeoutSeconds']];
  if (typeof heartbeat === 'number' && typeof timeout === 'number' && heartbeat >= timeout) {
    complain('SCHEMA_VALIDATION_FAILED', 'HeartbeatSeconds must be less than TimeoutSeconds', at);
  }
  const waitsForToken = String(state['Resource']).endsWith('.waitForTaskToken');
  if (waitsForToken && !JSON.stringify(state['Arguments'] ?? null).includes('$states.context')) {
    complain('SCHEMA_VALIDATION_FAILED', 'The task token is passed to nobody', `${at}/Arguments`);
  }
}

function membersOf(state: Fields, field: string, at: string): readonly (readonly [Fields, string])[] {
  const members = state[field];
  if (!Array.isArray(members)) return [];
  return members.flatMap((member, i) =>
    isFields(member) ? [[member, `${at}/${field}[${i}]`] as const] : [],
  );
}

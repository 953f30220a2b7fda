import { type Complain, type Fields, isFields } from './problem.ts';
import * as is from './values.ts';

interface Shape {
  readonly known: Readonly<Record<string, is.Rule>>;
  readonly required: readonly string[];
}

const common = { Type: is.text, Comment: is.text, QueryLanguage: is.oneOf('JSONata', 'JSONPath') };
const exit = { Assign: is.object, Output: is.anything };
const onward = { Next: is.name, End: is.flag };
const handling = { Retry: is.list, Catch: is.list };
const seconds = is.wholeNumberOrExpressionFrom(1);

/** The fields of each type of state, in JSONata. */
const shapes: Readonly<Record<string, Shape>> = {
  Pass: { known: { ...exit, ...onward }, required: [] },
  Task: {
    known: {
      ...{ ...exit, ...onward, ...handling },
      Resource: is.oneOf('arn:aws:states:::lambda:invoke', 'arn:aws:states:::lambda:invoke.waitForTaskToken'),
      Arguments: is.anything,
      TimeoutSeconds: seconds,
      HeartbeatSeconds: seconds,
    },
    required: ['Resource'],
  },
  Choice: { known: { ...exit, Choices: is.list, Default: is.name }, required: ['Choices'] },
  Wait: {
    known: { ...exit, ...onward, Seconds: is.wholeNumberOrExpressionFrom(0), Timestamp: is.moment },
    required: [],
  },
  Succeed: { known: { Output: is.anything }, required: [] },
  Fail: { known: { Error: is.text, Cause: is.text }, required: [] },
  Parallel: {
    known: { ...exit, ...onward, ...handling, Arguments: is.anything, Branches: is.list },
    required: ['Branches'],
  },
  Map: {
    known: {
      ...{ ...exit, ...onward, ...handling },
      Items: is.items,
      ItemSelector: is.anything,
      ItemProcessor: is.object,
      MaxConcurrency: is.wholeNumberOrExpressionFrom(0),
    },
    required: ['ItemProcessor'],
  },
};

/** The other parts of a definition that have fields. */
export const parts = {
  machine: {
    known: {
      Comment: is.text,
      QueryLanguage: is.oneOf('JSONata', 'JSONPath'),
      StartAt: is.name,
      States: is.object,
      TimeoutSeconds: is.wholeNumberFrom(1),
      Version: is.oneOf('1.0'),
    },
    required: ['StartAt', 'States'],
  },
  branch: {
    known: { Comment: is.text, StartAt: is.name, States: is.object },
    required: ['StartAt', 'States'],
  },
  processor: {
    known: { Comment: is.text, StartAt: is.name, States: is.object, ProcessorConfig: is.object },
    required: ['StartAt', 'States'],
  },
  processorConfig: { known: { Mode: is.oneOf('INLINE') }, required: [] },
  rule: {
    known: { ...exit, Comment: is.text, Condition: is.condition, Next: is.name },
    required: ['Condition', 'Next'],
  },
  retrier: {
    known: {
      Comment: is.text,
      ErrorEquals: is.list,
      IntervalSeconds: is.wholeNumberFrom(1),
      MaxAttempts: is.wholeNumberFrom(0),
      BackoffRate: is.atLeastOne,
      MaxDelaySeconds: is.wholeNumberFrom(1),
      JitterStrategy: is.oneOf('FULL', 'NONE'),
    },
    required: ['ErrorEquals'],
  },
  catcher: {
    known: { ...exit, Comment: is.text, ErrorEquals: is.list, Next: is.name },
    required: ['ErrorEquals', 'Next'],
  },
} satisfies Record<string, Shape>;

const jsonPathFields = new Set(
  [
    'InputPath OutputPath ResultPath ResultSelector Parameters Result ItemsPath MaxConcurrencyPath SecondsPath',
    'TimestampPath TimeoutSecondsPath HeartbeatSecondsPath ErrorPath CausePath Variable',
  ].flatMap((line) => line.split(' ')),
);

/** Names each field that is unknown, missing, or has a wrong value. */
export function checkFields(
  fields: Fields,
  { known, required }: Shape,
  at: string,
  complain: Complain,
): void {
  for (const [field, value] of Object.entries(fields)) {
    const rule = known[field];
    if (rule === undefined) complain('SCHEMA_VALIDATION_FAILED', unknownField(field), `${at}/${field}`);
    const wrong = rule?.(value);
    if (wrong !== undefined) complain('SCHEMA_VALIDATION_FAILED', `${field} ${wrong}`, `${at}/${field}`);
  }
  for (const field of required) {
    if (!(field in fields)) complain('SCHEMA_VALIDATION_FAILED', `The field '${field}' is missing`, at);
  }
}

function unknownField(field: string): string {
  return jsonPathFields.has(field)
    ? `The field '${field}' is only supported for the 'JSONPath' QueryLanguage`
    : `Field '${field}' is not supported`;
}

/** Checks the fields of a state by its type. False when the type is unknown. */
export function checkState(state: unknown, at: string, complain: Complain): state is Fields {
  const type = isFields(state) ? state['Type'] : undefined;
  const shape = typeof type === 'string' ? shapes[type] : undefined;
  if (!isFields(state) || shape === undefined) {
    const known = Object.keys(shapes).join(', ');
    complain(
      'SCHEMA_VALIDATION_FAILED',
      `Type must be one of ${known}, got ${JSON.stringify(type)}`,
      `${at}/Type`,
    );
    return false;
  }
  checkFields(state, { known: { ...common, ...shape.known }, required: shape.required }, at, complain);
  return true;
}

/** Reports what is wrong and where, as CreateStateMachine does: `CODE: message at /States/Name/Field`. */
export type Complain = (code: ProblemCode, message: string, at: string) => void;

/** The codes of AWS, and one code for what only the local cloud does not know. */
export type ProblemCode =
  | 'SCHEMA_VALIDATION_FAILED'
  | 'INVALID_JSONATA_EXPRESSION'
  | 'UNSUPPORTED_JSONATA_EXPRESSION'
  | 'MISSING_TRANSITION_TARGET'
  | 'MISSING_END_STATE'
  | 'DUPLICATE_STATE_NAME'
  | 'NOT_IN_THE_LOCAL_CLOUD';

/** A JSON object, not checked yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is such an object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { type Complain, type Fields, isFields } from './problem.ts';

/** The error names of AWS. Other names must not begin with `States.`. */
const defined = new Set(
  [
    'ALL BranchFailed DataLimitExceeded ExceedToleratedFailureThreshold HeartbeatTimeout ItemReaderFailed',
    'NoChoiceMatched Permissions QueryEvaluationError ResultWriterFailed Runtime TaskFailed Timeout',
  ].flatMap((line) => line.split(' ').map((name) => `States.${name}`)),
);

/** Checks `ErrorEquals` of all Retriers, or of all Catchers, of one state. */
export function checkErrorNames(handlers: readonly unknown[], at: string, complain: Complain): void {
  for (const [index, handler] of handlers.entries()) {
    const where = `${at}[${index}]/ErrorEquals`;
    const names = isFields(handler) ? namesOf(handler) : [];
    for (const name of names) {
      if (typeof name !== 'string' || name === '') {
        complain(
          'SCHEMA_VALIDATION_FAILED',
          `An error name must be a string, got ${JSON.stringify(name)}`,
          where,
        );
      } else if (name.startsWith('States.') && !defined.has(name)) {
        complain('SCHEMA_VALIDATION_FAILED', `The error '${name}' is none that AWS defines`, where);
      }
    }
    if (names.includes('States.ALL') && (names.length > 1 || index < handlers.length - 1)) {
      complain('SCHEMA_VALIDATION_FAILED', 'States.ALL must stand alone, and in the last place', where);
    }
  }
}

function namesOf(handler: Fields): readonly unknown[] {
  const names = handler['ErrorEquals'];
  return Array.isArray(names) ? names : [];
}

import { describe, expect, test } from '@jest/globals';
import { problemsOf } from '../../../local/states-language/check/definition.ts';
import { invoke, invokeAndWait } from './try-out.ts';

const problemsIn = (states: object) =>
  problemsOf({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states });

const problemsOfTask = (fields: object) =>
  problemsIn({ T: { Type: 'Task', Resource: invoke, End: true, ...fields }, X: { Type: 'Succeed' } });

describe('a Task', () => {
  test.each([
    [
      'another resource',
      { Resource: 'arn:aws:states:::sns:publish' },
      /Resource must be 'arn:aws:states:::lambda/,
    ],
    [
      'a token that goes nowhere',
      { Resource: invokeAndWait, Arguments: {} },
      /task token is passed to nobody/,
    ],
    [
      'too slow a heart',
      { HeartbeatSeconds: 9, TimeoutSeconds: 9 },
      /HeartbeatSeconds must be less than Timeout/,
    ],
    ['a time-out of nothing', { TimeoutSeconds: 0 }, /TimeoutSeconds must be a whole number from 1/],
    [
      'a Retrier for nothing',
      { Retry: [{ ErrorEquals: [] }] },
      /ErrorEquals must be an array with at least one/,
    ],
    [
      'an unknown field in a Retrier',
      { Retry: [{ ErrorEquals: ['A'], Max: 1 }] },
      /Field 'Max' is not supported/,
    ],
    [
      'a rate below one',
      { Retry: [{ ErrorEquals: ['A'], BackoffRate: 0.5 }] },
      /BackoffRate must be a number/,
    ],
    [
      'an unknown name of AWS',
      { Retry: [{ ErrorEquals: ['States.Timeuot'] }] },
      /'States.Timeuot' is none that AWS/,
    ],
    [
      'States.ALL beside others',
      { Retry: [{ ErrorEquals: ['States.ALL', 'A'] }] },
      /States.ALL must stand alone, and in the last place at \/States\/T\/Retry\[0\]\/ErrorEquals/,
    ],
    [
      'States.ALL before others',
      { Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }] },
      /States.ALL must stand alone/,
    ],
    [
      'a Catcher to nowhere',
      { Catch: [{ ErrorEquals: ['A'], Next: 'Y' }] },
      /target: Y at \/States\/T\/Catch\[0\]/,
    ],
    ['a Catcher without Next', { Catch: [{ ErrorEquals: ['A'] }] }, /The field 'Next' is missing/],
  ])('with %s is refused', (_, fields, problem) => {
    expect(problemsOfTask(fields).join('\n')).toMatch(problem);
  });
});

describe('other states', () => {
  test.each([
    [
      'a Wait for both',
      { Type: 'Wait', Seconds: 1, Timestamp: '2026-11-22T00:00:00Z', End: true },
      /either 'Seconds'/,
    ],
    ['a Wait without a time', { Type: 'Wait', End: true }, /either 'Seconds'/],
    [
      'a Wait until some day',
      { Type: 'Wait', Timestamp: '2026-11-22', End: true },
      /must be an ISO 8601 time/,
    ],
    [
      'a Choice of nothing',
      { Type: 'Choice', Choices: [] },
      /Choices must be an array with at least one member/,
    ],
    [
      'a rule of JSONPath',
      { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'S' }] },
      /'Variable' is only supported for the 'JSONPath' QueryLanguage/,
    ],
    ['a Fail with a next state', { Type: 'Fail', Next: 'S' }, /Field 'Next' is not supported/],
    [
      'a Map of another mode',
      { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' } } },
      /Mode must/,
    ],
    [
      'a Map that tolerates',
      { Type: 'Map', ToleratedFailureCount: 1 },
      /'ToleratedFailureCount' is not supported/,
    ],
  ])('%s is refused', (_, state, problem) => {
    expect(problemsIn({ X: state, S: { Type: 'Succeed' } }).join('\n')).toMatch(problem);
  });
});

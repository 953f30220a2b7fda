import { describe, expect, test } from '@jest/globals';
import { problemsOf } from '../../../local/states-language/check/definition.ts';

const problemsIn = (states: object) =>
  problemsOf({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states });

const problemsOfPass = (fields: object) => problemsIn({ P: { Type: 'Pass', End: true, ...fields } });

describe('a definition', () => {
  test('without mistakes has no problems', () => {
    expect(problemsIn({ P: { Type: 'Pass', Next: 'S' }, S: { Type: 'Succeed' } })).toEqual([]);
  });

  test('without a query language is in JSONPath, which is not supported here', () => {
    const states = { P: { Type: 'Pass', End: true } };

    expect(problemsOf({ StartAt: 'P', States: states })).toEqual([
      'NOT_IN_THE_LOCAL_CLOUD: This state is in JSONPath, only JSONata is known here at /States/P',
    ]);
  });

  test('may name the language in each state', () => {
    const states = { P: { Type: 'Pass', QueryLanguage: 'JSONata', End: true } };

    expect(problemsOf({ StartAt: 'P', States: states })).toEqual([]);
  });

  test.each([
    [{}, /The field 'StartAt' is missing/],
    [{ StartAt: 'P', States: {}, Foo: 1 }, /Field 'Foo' is not supported at \/Foo/],
    [{ StartAt: 'Q', States: {} }, /MISSING_TRANSITION_TARGET: Missing 'Next' target: Q at \/StartAt/],
    [[], /A definition is a JSON object/],
  ])('such as %j is refused', (definition, problem) => {
    expect(problemsOf(definition).join('\n')).toMatch(problem);
  });
});

describe('a state', () => {
  test.each([
    [
      'an unknown type',
      { Type: 'Sleep' },
      /Type must be one of Pass, Task.*, got "Sleep" at \/States\/P\/Type/,
    ],
    [
      'an unknown field',
      { Foo: 1 },
      /SCHEMA_VALIDATION_FAILED: Field 'Foo' is not supported at \/States\/P\/Foo/,
    ],
    [
      'a field of JSONPath',
      { InputPath: '$.a' },
      /'InputPath' is only supported for the 'JSONPath' QueryLanguage/,
    ],
    ['a field of another type', { Seconds: 1 }, /Field 'Seconds' is not supported/],
    ['a key of JSONPath', { Output: { 'a.$': '$.b' } }, /'a\.\$' is JSONPath/],
    ['both ways on', { Next: 'P' }, /either a 'Next' or 'End': true/],
    ['no way on', { End: false }, /either a 'Next' or 'End': true/],
    [
      'a transition to no state',
      { End: undefined, Next: 'Q' },
      /Missing 'Next' target: Q at \/States\/P\/Next/,
    ],
    ['another language', { QueryLanguage: 'JSONPath' }, /NOT_IN_THE_LOCAL_CLOUD/],
    ['a reserved variable', { Assign: { states: 1 } }, /'states' cannot be the name of a variable/],
  ])('with %s is refused', (_, fields, problem) => {
    expect(problemsOfPass(fields).join('\n')).toMatch(problem);
  });

  test('that no transition leads to is refused', () => {
    const problems = problemsIn({ P: { Type: 'Pass', End: true }, Q: { Type: 'Pass', End: true } });

    expect(problems).toEqual(["MISSING_TRANSITION_TARGET: State 'Q' is not reachable at /States/Q"]);
  });

  test('is refused when no way leads to an end', () => {
    const problems = problemsIn({ P: { Type: 'Pass', Next: 'Q' }, Q: { Type: 'Pass', Next: 'P' } });

    expect(problems.join()).toMatch(/MISSING_END_STATE/);
  });

  test('may not have the name of a state in a branch', () => {
    const branch = { StartAt: 'P', States: { P: { Type: 'Succeed' } } };

    expect(problemsIn({ P: { Type: 'Parallel', Branches: [branch], End: true } }).join()).toMatch(
      /DUPLICATE_STATE_NAME: Duplicate State name: P/,
    );
  });

  test('in a branch may not assign a variable of an outer graph, nor lead out of the branch', () => {
    const inside = { Type: 'Pass', Assign: { n: 2 }, Next: 'Last' };
    const both = {
      Type: 'Parallel',
      Branches: [{ StartAt: 'In', States: { In: inside } }],
      Assign: { n: 1 },
    };

    const problems = problemsIn({ Both: { ...both, Next: 'Last' }, Last: { Type: 'Succeed' } }).join('\n');

    expect(problems).toMatch(/The variable 'n' belongs to an outer graph already/);
    expect(problems).toMatch(
      /Missing 'Next' target: Last at \/States\/Both\/Branches\[0\]\/States\/In\/Next/,
    );
  });
});

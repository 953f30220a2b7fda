import { describe, expect, test } from '@jest/globals';
import { problemsOf } from '../../../local/states-language/check/definition.ts';
import { invoke } from './try-out.ts';

const problemsIn = (states: object) =>
  problemsOf({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states });

const problemsOfPass = (fields: object) => problemsIn({ P: { Type: 'Pass', End: true, ...fields } });
const problemsOfTask = (fields: object) =>
  problemsIn({ T: { Type: 'Task', Resource: invoke, End: true, ...fields }, X: { Type: 'Succeed' } });

describe('an expression', () => {
  test.each([
    ['{% 1 + %}', /INVALID_JSONATA_EXPRESSION: '1 \+': S0207/],
    ['{% turn.kind %}', /Reference to 'turn' at the top level is not supported. at \/States\/P\/Output/],
    ['{% $.kind %}', /Reference to '\$' at the top level/],
    ['{% $$.kind %}', /Reference to '\$\$' at the top level/],
    ['{% $trun.kind %}', /'\$trun' is no function of Step Functions, and no state assigns it/],
    ["{% $eval('1') %}", /'\$eval' is no function/],
    ['{% $states.result %}', /Reference to '\$states.result' is not supported here/],
    ['{% $states.errorOutput.Error %}', /Reference to '\$states.errorOutput' is not supported here/],
    ['{% $states.inptu %}', /Reference to '\$states.inptu' is not supported here/],
    ['{% 1 ', /An expression begins with \{% and ends with %\}/],
  ])('such as %s is refused', (expression, problem) => {
    expect(problemsOfPass({ Output: expression }).join('\n')).toMatch(problem);
  });

  test.each([
    '{% $states.input.items[value > 3].price %}',
    '{% $map($states.input.items, function($v, $i) { $v.a + $i }) %}',
    '{% ($total := $sum($states.input.items.price); $total > $limit ? $limit : $total) %}',
    '{% $states.input.items@$item#$place.{"name": name, "place": $place, "of": $item.a} %}',
    '{% $states.input.items^(>price)[0].name %}',
    '{% $states.input.items{kind: $sum(price)} %}',
    '{% $merge([$states.input, {"a": $uuid()}]) ~> $keys() %}',
    '{% $filter($states.input.a, function($x) { $x.b = $states.context.Execution.Name }) %}',
  ])('such as %s is accepted', (expression) => {
    expect(problemsOfPass({ Output: expression, Assign: { limit: 1 } })).toEqual([]);
  });

  test('sees the result in the output of a Task, and the error in the output of a Catcher', () => {
    expect(
      problemsOfTask({
        Assign: { a: '{% $states.result.Payload %}' },
        Catch: [{ ErrorEquals: ['A'], Output: '{% $states.errorOutput.Cause %}', Next: 'X' }],
      }),
    ).toEqual([]);
  });
});

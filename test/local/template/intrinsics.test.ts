import { describe, expect, test } from '@jest/globals';
import { noValue, resolve, type Scope } from '../../../local/template/intrinsics.ts';

const scope: Scope = {
  ref: (name) => (name === 'AWS::NoValue' ? noValue : `ref-of-${name}`),
  attribute: (logicalId, name) => `${name}-of-${logicalId}`,
  condition: (name) => name === 'True',
};

describe('an expression of a template', () => {
  test.each([
    [{ Ref: 'Table' }, 'ref-of-Table'],
    [{ 'Fn::GetAtt': ['Role', 'Arn'] }, 'Arn-of-Role'],
    [{ 'Fn::GetAtt': 'Nested.Outputs.Url' }, 'Outputs.Url-of-Nested'],
    [{ 'Fn::Join': ['', ['arn:', { Ref: 'P' }, ':x']] }, 'arn:ref-of-P:x'],
    [{ 'Fn::Join': ['-', { 'Fn::Split': ['/', 'a/b'] }] }, 'a-b'],
    [{ 'Fn::Select': ['1', { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [{ 'Fn::Sub': 'bucket-$' + '{AWS::Region}-$' + '{Role.Arn}' }, 'bucket-ref-of-AWS::Region-Arn-of-Role'],
    [{ 'Fn::Sub': ['$' + '{a}/$' + '{!b}', { a: { Ref: 'A' } }] }, 'ref-of-A/$' + '{b}'],
    [{ 'Fn::If': ['True', 'yes', 'no'] }, 'yes'],
    [{ 'Fn::If': ['False', 'yes', 'no'] }, 'no'],
    ['plain', 'plain'],
    [7, 7],
  ])('%j is %j', (expression, value) => {
    expect(resolve(expression, scope, 'here')).toEqual(value);
  });

  test('is resolved at any depth', () => {
    const value = { list: [{ Ref: 'A' }, { deep: { Ref: 'B' } }] };

    expect(resolve(value, scope, 'here')).toEqual({ list: ['ref-of-A', { deep: 'ref-of-B' }] });
  });

  test('without a value removes its property', () => {
    const none = { Ref: 'AWS::NoValue' };

    expect(resolve({ a: none, b: [none, 1], c: { 'Fn::If': ['False', 1, none] } }, scope, 'here')).toEqual({
      b: [1],
    });
  });

  test.each([
    [
      'an intrinsic that is not known',
      { Code: { 'Fn::Cidr': [] } },
      'cell/Thing.Code: the intrinsic Fn::Cidr',
    ],
    [
      'an intrinsic beside another member',
      { Ref: 'A', Other: 1 },
      'cell/Thing: Ref stands beside other members',
    ],
    ['a secret by reference', { Key: '{{resolve:ssm:x}}' }, 'cell/Thing.Key: dynamic references'],
    [
      'a text that contains an object',
      { 'Fn::Join': ['', [{ a: 1 }]] },
      'cell/Thing.Fn::Join: a text is wanted',
    ],
    ['a selection past the end', { 'Fn::Select': [3, ['a']] }, 'cell/Thing.Fn::Select: nothing at index 3'],
  ])('is refused, with the name of its place: %s', (_, expression, message) => {
    expect(() => resolve(expression, scope, 'cell/Thing')).toThrow(message);
  });
});

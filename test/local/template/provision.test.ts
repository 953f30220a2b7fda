import { describe, expect, test } from '@jest/globals';
import { provision } from '../../../local/template/provision.ts';
import { anAssembly, aStack, things } from './a-stack.ts';

const thing = (Properties: object = {}, more: object = {}) => ({ Type: 'A::Thing', Properties, ...more });

describe('the resources of a template', () => {
  test.each([
    ['Ref', thing({ a: { Ref: 'B' } })],
    ['Fn::GetAtt', thing({ a: [{ 'Fn::GetAtt': ['B', 'Arn'] }] })],
    ['Fn::Sub', thing({ a: { 'Fn::Sub': 'x-$' + '{B.Arn}' } })],
    ['DependsOn', thing({}, { DependsOn: ['B'] })],
  ])('are made after those that they need by %s', (_, a) => {
    const { types, made } = things();

    provision(anAssembly({ Resources: { A: a, B: thing() } }), types);

    expect(made.map(({ logicalId }) => logicalId)).toEqual(['B', 'A']);
  });

  test('see the attributes of the others', () => {
    const { types, made } = things();
    const a = thing({ ref: { Ref: 'B' }, arn: { 'Fn::GetAtt': ['B', 'Arn'] } });

    provision(anAssembly({ Resources: { A: a, B: thing() } }), types);

    expect(made[1]?.properties).toEqual({ ref: 'ref-of-B', arn: 'arn:aws:thing:::B' });
  });

  test('know their region, and the path of their assets', () => {
    const { types, made } = things();

    provision(anAssembly({ Resources: { A: thing() } }), types);

    expect(made[0]).toMatchObject({ stackName: 'cell', region: 'eu-central-1', account: '111122223333' });
    expect(made[0]?.assetPath('k.zip')).toBe('/assets/k.zip');
  });

  test('see the pseudo parameters and the defaults of parameters', () => {
    const { types, made } = things();
    const names = [
      'AWS::Region',
      'AWS::AccountId',
      'AWS::Partition',
      'AWS::URLSuffix',
      'AWS::StackName',
      'Size',
    ];
    const Parameters = { Size: { Type: 'Number', Default: 3 } };

    provision(
      anAssembly({ Parameters, Resources: { A: thing({ all: names.map((Ref) => ({ Ref })) }) } }),
      types,
    );

    expect(made[0]?.properties['all']).toEqual([
      'eu-central-1',
      '111122223333',
      'aws',
      'amazonaws.com',
      'cell',
      3,
    ]);
  });

  test('do not exist when their condition does not hold', () => {
    const { types, made } = things();
    const Conditions = {
      Here: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-central-1'] },
      Elsewhere: { 'Fn::Not': [{ Condition: 'Here' }] },
    };
    const Resources = { A: thing({}, { Condition: 'Here' }), B: thing({}, { Condition: 'Elsewhere' }) };

    provision(anAssembly({ Conditions, Resources }), types);

    expect(made.map(({ logicalId }) => logicalId)).toEqual(['A']);
  });

  test('give the outputs of each stack', () => {
    const { types } = things();
    const template = {
      Resources: { A: thing() },
      Outputs: { Url: { Value: { 'Fn::GetAtt': ['A', 'Arn'] } } },
    };

    expect(provision(anAssembly(template), types)).toEqual({ cell: { Url: 'arn:aws:thing:::A' } });
  });

  test('need no provider for CDK’s note about itself', () => {
    const Resources = { Note: { Type: 'AWS::CDK::Metadata', Properties: { Analytics: 'x' } } };

    expect(provision(anAssembly({ Resources }), {})).toEqual({ cell: {} });
  });
});

describe('a template that the local cloud does not support', () => {
  test('is refused before anything is made, with the name of every unknown type', () => {
    const { types, made } = things();
    const stacks = [
      aStack({ Resources: { A: thing(), Q: { Type: 'A::Queue' } } }, 'one'),
      aStack({ Resources: { Z: { Type: 'A::Zoo' } } }, 'two'),
    ];

    const attempt = () => provision({ account: '111122223333', stacks }, types);

    expect(attempt).toThrow('resource types not known here: A::Queue (one/Q), A::Zoo (two/Z)');
    expect(made).toEqual([]);
  });

  test.each([
    [
      'resources that need each other',
      { Resources: { A: thing({ b: { Ref: 'B' } }), B: thing({}, { DependsOn: 'A' }) } },
      'cell: resources depend on each other in a circle: A -> B -> A',
    ],
    [
      'a name that nobody has',
      { Resources: { A: thing({ b: { Ref: 'Gone' } }) } },
      'cell/A.b.Ref: nothing is called Gone',
    ],
    [
      'an attribute that nobody gives',
      { Resources: { A: thing(), B: thing({ a: { 'Fn::GetAtt': ['A', 'Url'] } }) } },
      'cell/B.a.Fn::GetAtt: A has no attribute Url here, only: Arn',
    ],
    [
      'a dependency that does not exist',
      { Resources: { A: thing({}, { DependsOn: 'Gone' }) } },
      'cell/A: DependsOn names Gone, which does not exist',
    ],
    [
      'a transform',
      { Transform: 'AWS::Serverless', Resources: {} },
      'cell: section not known here: Transform',
    ],
    [
      'a resource that waits for signals',
      { Resources: { A: thing({}, { CreationPolicy: {} }) } },
      'cell/A: resource attribute not known here: CreationPolicy',
    ],
    [
      'an export to other stacks',
      { Resources: {}, Outputs: { Url: { Value: 'x', Export: { Name: 'x' } } } },
      'cell/Outputs.Url: not known here: Export',
    ],
    ['a rule of the template', { Rules: { Mine: {} }, Resources: {} }, 'cell: rule not known here: Mine'],
  ])('is refused for %s', (_, template, message) => {
    expect(() => provision(anAssembly(template), things().types)).toThrow(message);
  });

  test('is refused with the name of the resource that its service refuses', () => {
    const refusing = () => {
      throw new Error('a property nobody knows');
    };

    const attempt = () => provision(anAssembly({ Resources: { A: thing() } }), { 'A::Thing': refusing });

    expect(attempt).toThrow('cell/A (A::Thing): a property nobody knows');
  });
});

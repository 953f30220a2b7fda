import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { resourcesOf, synthesize, textOf } from './synthesized.ts';

interface Verdict {
  readonly isValid: boolean;
  errorsText(separator: string): string;
}

/** An independent validator of the Amazon States Language. It has no types. */
const validated: (definition: unknown) => Verdict = createRequire(import.meta.url)('asl-validator');

interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, object>>;
}

const { cellA, cellB } = synthesize();
const machines = [cellA, cellB].flatMap((cell) => resourcesOf(cell, 'AWS::StepFunctions::StateMachine'));

/** Each test parses the definition anew, since the validator changes it. Names stand where only AWS knows the value. */
const definitions = machines.map(([id, { Properties }]) => {
  const text = textOf(Properties['DefinitionString'])
    .replaceAll('<AWS::Partition>', 'aws')
    .replaceAll(/<[\w:]+\.Arn>/g, 'arn:aws:lambda:eu-central-1:111122223333:function:one-of-ours');
  return [id, (): Definition => JSON.parse(text)] as const;
});

describe('the state machines of both cells', () => {
  test('are four: the escalation and the pages without the table, in each', () => {
    expect(machines).toHaveLength(4);
  });

  test.each(definitions)('%s is in the States Language as another validator reads it', (_, read) => {
    expect(validated(read()).errorsText('\n')).toBe('');
  });

  test.each(definitions)('%s is refused by it when a state leads nowhere', (_, read) => {
    const definition = read();
    const lost = { ...definition.States, [definition.StartAt]: { Type: 'Pass', Next: 'Nowhere' } };

    expect(validated({ ...definition, States: lost }).errorsText('\n')).toContain('Nowhere');
  });

  test.each(definitions)('%s is refused by it with a member that the language does not have', (_, read) => {
    const definition = read();
    const first = { ...definition.States[definition.StartAt], TimeoutSecond: 3 };

    expect(
      validated({ ...definition, States: { ...definition.States, [definition.StartAt]: first } }).isValid,
    ).toBe(false);
  });
});

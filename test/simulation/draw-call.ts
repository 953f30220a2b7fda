import type { Dice } from './dice.ts';
import type { CallMove } from './night.ts';

/** What happens to a call that rings. */
export function drawCall(draw: Dice): CallMove {
  const after = draw.between(2, 25);
  return draw.weighted<CallMove>([
    [3, { kind: 'rings out' }],
    [1, { kind: 'hangs up', after }],
    [2, { kind: 'voicemail', after }],
    [1, { kind: 'answers and says nothing', after }],
    [5, { kind: 'presses', after, keyAfter: draw.between(1, 30), keys: drawKeys(draw) }],
  ]);
}

function drawKeys(draw: Dice): readonly ('yes' | 'no' | 'wrong')[] {
  return draw.weighted([
    [6, ['yes']],
    [3, ['no']],
    [2, ['wrong']],
    [1, ['wrong', 'yes']],
    [1, ['yes', 'no']],
  ] as const);
}

import type { Dice } from './dice.ts';
import { drawCall } from './draw-call.ts';
import type { OperatorsPlan, Press, TaskMove } from './night.ts';

const operators = ['Olga', 'Piet'] as const;

/** What the operators on duty will do. */
export function drawOperators(draw: Dice): OperatorsPlan {
  return {
    onTask: draw.times(draw.between(0, 5), () => drawTask(draw)),
    onCall: draw.times(draw.between(0, 3), () => drawCall(draw)),
  };
}

function drawTask(draw: Dice): TaskMove {
  if (draw.chance(0.3)) return { kind: 'nothing' };
  const action = draw.weighted([
    [5, 'accept'],
    [1, 'reject'],
    [1, 'end'],
  ] as const);
  return {
    kind: 'handles',
    ...(draw.chance(0.6) ? { inConnect: { after: draw.between(2, 120), action } } : {}),
    presses: draw.times(draw.between(0, 2), () => drawPress(draw)),
  };
}

function drawPress(draw: Dice): Press {
  const by = draw.oneOf(operators);
  const other = by === 'Olga' ? 'Piet' : 'Olga';
  return {
    after: draw.weighted([
      [4, draw.between(5, 200)],
      [2, draw.between(200, 1500)],
    ]),
    finding: drawFinding(draw),
    by,
    twice: draw.chance(0.15),
    ...(draw.chance(0.15) ? { atOnce: { finding: drawFinding(draw), by: other } } : {}),
    onBoard: draw.chance(0.2),
  };
}

function drawFinding(draw: Dice): Press['finding'] {
  return draw.weighted([
    [2, 'accepted'],
    [5, 'reached'],
    [3, 'not reached'],
    [2, 'management'],
    [1, 'serious'],
    [1, 'refused'],
  ] as const);
}

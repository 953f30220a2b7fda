import type { Dice } from './dice.ts';
import { drawCall } from './draw-call.ts';
import { type Meaning, smsMessage } from './drawn-messages.ts';
import type { MessageContent, MessageMove, Move, ResponderPlan } from './night.ts';

const responders = ['an', 'bram', 'chloe', 'dirk', 'els', 'farid', 'greta', 'harry', 'ines'] as const;

/** What a responder will do about a few pages, notices and calls. After those they sleep. */
export function drawResponder(draw: Dice): ResponderPlan {
  return {
    onPage: draw.times(draw.between(0, 4), () => drawMove(draw)),
    onNotice: draw.times(draw.between(0, 2), () => drawMove(draw)),
    onCall: draw.times(draw.between(0, 3), () => drawCall(draw)),
  };
}

function drawMove(draw: Dice): Move {
  if (draw.chance(0.3)) return { kind: 'nothing' };
  const meaning = draw.weighted<Meaning>([
    [10, 'yes'],
    [4, 'no'],
    [2, 'unclear'],
    [1, 'done'],
    [1, 'who'],
    [1, 'update'],
  ]);
  return says(draw, meaning, drawDelay(draw), true);
}

/** Soon, or after others were asked, or when the incident may be resolved. */
function drawDelay(draw: Dice): number {
  return draw.weighted([
    [5, draw.between(3, 60)],
    [3, draw.between(60, 400)],
    [2, draw.between(400, 2400)],
  ]);
}

function says(draw: Dice, meaning: Meaning, after: number, hasMore: boolean): MessageMove {
  const isOnIt = meaning === 'yes' && hasMore;
  return {
    kind: 'says',
    after,
    what: drawMessage(draw, meaning),
    ...(draw.chance(0.12) ? { againAfter: draw.between(0, 90) } : {}),
    then: isOnIt ? draw.times(draw.between(0, 3), () => drawFollowing(draw)) : [],
  };
}

function drawFollowing(draw: Dice): MessageMove {
  const meaning = draw.weighted<Meaning>([
    [3, 'update'],
    [3, 'consent'],
    [2, 'done'],
    [1, 'boss'],
    [1, 'add'],
    [1, 'serious'],
    [1, 'notSerious'],
    [1, 'assessment'],
    [1, 'no'],
    [1, 'undo'],
    [1, 'info'],
    [1, 'yes'],
    [1, 'unclear'],
  ]);
  return says(draw, meaning, draw.between(5, 1500), false);
}

/** By SMS, or by one of the ways that call the API. */
function drawMessage(draw: Dice, meaning: Meaning): MessageContent {
  const byApi = apiMessage(draw, meaning);
  return byApi !== undefined && draw.chance(0.2) ? byApi : smsMessage(draw, meaning);
}

function apiMessage(draw: Dice, meaning: Meaning): MessageContent | undefined {
  const api = (action: string, body: Readonly<Record<string, unknown>> = {}): MessageContent => ({
    kind: 'api',
    action,
    body,
  });
  switch (meaning) {
    case 'yes':
      return api('acknowledge', draw.chance(0.5) ? { minutes: draw.between(1, 90) } : {});
    case 'no':
      return api('decline');
    case 'done':
      return api('resolve', { note: 'restarted it' });
    case 'update':
      return api('update', { minutes: draw.between(1, 120) });
    case 'boss':
      return api('escalate');
    case 'add':
      return api('escalate', { whom: draw.oneOf([...responders, 'network', 'database']) });
    case 'serious':
      return api('serious');
    case 'notSerious':
      return api('serious', { serious: false });
    case 'assessment':
      return api('assess', { words: 'roll back to yesterday' });
    case 'consent':
      return api(
        'consent',
        draw.weighted<Readonly<Record<string, unknown>>>([
          [4, { action: 'restart the database' }],
          [1, { request: 'c1', answer: 'granted', who: 'Joris' }],
          [1, { request: 'c1', answer: 'refused', who: 'Joris' }],
          [1, { request: 'c1', answer: 'withdrawn' }],
          [1, { request: 'c1', answer: 'decided', reason: 'nobody can be reached' }],
        ]),
      );
    default:
      return undefined;
  }
}

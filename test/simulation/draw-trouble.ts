import type { Fault } from '../scenarios/laptop.ts';
import type { Dice } from './dice.ts';
import type { Trouble } from './night.ts';

const own = 'eu-central-1';
const other = 'eu-west-2';

type Kind = Omit<Trouble, 'from' | 'until'> & { readonly weight: number };

const kinds: readonly Kind[] = [
  ofService(4, 'sms', own, 'refuse', 'sms'),
  ofService(1, 'sms', own, 'throttle', 'sms'),
  ofService(2, 'sms', own, 'hang', 'sms'),
  ofService(2, 'sms', own, 'drop', 'silent sms'),
  ofService(3, 'sms', '*', 'refuse', 'sms'),
  ofService(3, 'sms', '*', 'drop', 'silent sms'),
  ofService(2, 'voice', own, 'refuse', 'voice'),
  ofService(1, 'voice', own, 'drop', 'voice'),
  ofService(2, 'voice', '*', 'refuse', 'voice'),
  ofService(2, 'tasks', own, 'refuse', 'tasks'),
  ofService(2, 'tasks', '*', 'refuse', 'tasks'),
  ofService(2, 'tasks', own, 'drop', 'tasks'),
  ofService(2, 'table', own, 'refuse', 'table'),
  ofService(1, 'table', own, 'hang', 'table'),
  ofService(2, 'table', own, 'conflict', 'table'),
  { ...ofService(2, 'workflow', own, 'refuse', 'workflow'), needsGuardians: true },
  ofService(1, 'objects', own, 'refuse', 'reading'),
  ofService(1, 'secrets', own, 'refuse', 'reading'),
  ofService(1, 'parameters', own, 'refuse', 'reading'),
  ofService(1, 'parameters', own, 'hang', 'reading'),
  { ...ofService(2, 'functions', own, 'refuse', 'functions'), needsGuardians: true },
  {
    ...{ weight: 2, kind: 'region', words: `all of ${own} stands still`, needsGuardians: true },
    ...{ faults: [{ region: own, service: '*', mode: 'refuse' }], isInBoth: false },
  },
  {
    ...{ weight: 2, kind: 'cut', words: `${own} does not reach ${other}`, needsGuardians: true },
    ...{ faults: [{ region: { from: own, to: other }, service: '*', mode: 'hang' }], isInBoth: false },
  },
  ofService(2, 'sms', '*', 'double', 'double'),
];

/**
 * The functions that may be killed, after at most how many of their calls, and within which time. The functions that
 * people call may run only once in minutes, so they get a longer time.
 */
const mortal = [
  ['permanence-step', 6, 200],
  ['permanence-answer', 6, 1200],
  ['permanence-intake', 6, 200],
  ['permanence-screen', 4, 1200],
  ['permanence-people', 4, 1200],
] as const;

/** In half of the nights something fails for a while; in some of these, something else as well. */
export function drawTroubles(draw: Dice, lasts: number): readonly Trouble[] {
  if (draw.chance(0.5)) return [];
  const first = drawTrouble(draw, lasts);
  if (draw.chance(0.7)) return [first];
  const second = drawTrouble(draw, lasts);
  return canBeSurvived(first, second) ? [first, second] : [first];
}

/** Whether a path is left. SMS and calls that fail in both regions leave none. */
function canBeSurvived(one: Trouble, another: Trouble): boolean {
  const kinds = [one, another].filter(({ isInBoth }) => isInBoth).map(({ kind }) => kind);
  return !(kinds.includes('voice') && kinds.some((kind) => kind === 'sms' || kind === 'silent sms'));
}

function drawTrouble(draw: Dice, lasts: number): Trouble {
  const from = draw.weighted([
    [3, 0],
    [2, draw.between(1, 120)],
    [2, draw.between(1, Math.floor(lasts / 2))],
  ]);
  const until = from + draw.between(60, 900);
  if (draw.chance(0.25)) return killed(draw, from);
  const { weight: _, ...kind } = draw.weighted(kinds.map((each) => [each.weight, each] as const));
  return { ...kind, from, until };
}

/** The guardians run as long as a kill may still happen, which makes the night slow to play. */
function killed(draw: Dice, from: number): Trouble {
  const [kill, most, within] = draw.oneOf(mortal);
  const afterCall = draw.between(1, most);
  return {
    words: `${kill} dies once, after its call ${afterCall}`,
    kind: 'kill',
    faults: [{ kill, afterCall }],
    isInBoth: false,
    needsGuardians: true,
    from,
    until: from + draw.between(within / 10, within),
  };
}

function ofService(
  weight: number,
  service: string,
  region: string,
  mode: string,
  kind: Trouble['kind'],
): Kind {
  const fault: Fault = { region, service, mode };
  const where = region === '*' ? 'both regions' : region;
  const words = `${service} in ${where}: ${mode}`;
  return { weight, kind, words, faults: [fault], isInBoth: region === '*', needsGuardians: false };
}

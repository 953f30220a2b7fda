import type { Dice } from './dice.ts';
import type { AlarmEvent, AlarmPlan } from './night.ts';

const services = [
  [3, 'acme-shop'],
  [2, 'acme-payments'],
  [1, 'acme-db'],
  [1, 'acme-edge'],
  [2, 'lumen-website'],
  [1, 'lumen-orders'],
  [2, 'kessler-vpn'],
  [2, 'kessler-erp'],
  [2, 'harbour-shop'],
  [1, 'harbour-backups'],
  [1, 'a service that nobody knows'],
] as const;

const summaries = [
  'disk full 95%',
  'does not answer',
  'replication is 300 s behind',
  'queue is 12,000 long',
] as const;

/** One to three alarms; most nights have one. `lasts`: the length of the night. */
export function drawAlarms(draw: Dice, lasts: number): readonly AlarmPlan[] {
  const count = draw.weighted([
    [12, 1],
    [3, 2],
    [1, 3],
  ]);
  return draw.times(count, (index) => {
    const severity = draw.weighted([
      [7, undefined],
      [1, 'critical'],
      [1, 'high'],
      [1, 'low'],
    ] as const);
    const first = index === 0 ? 0 : draw.between(0, Math.floor(lasts / 2));
    return {
      name: `alarm-${index + 1}`,
      service: draw.weighted(services),
      ...(severity === undefined ? {} : { severity }),
      summary: draw.oneOf(summaries),
      events: drawEvents(draw, first, lasts),
    };
  });
}

/** A first firing, and then what sources do: repeat it, send it late, resolve it, and fire again. */
function drawEvents(draw: Dice, first: number, lasts: number): readonly AlarmEvent[] {
  if (draw.chance(0.12)) return drawFlapping(draw, first);
  const events: AlarmEvent[] = [event(draw, first, 'firing')];
  if (draw.chance(0.25)) events.push(event(draw, first + draw.between(1, 900), 'firing'));
  if (draw.chance(0.1))
    events.push({ ...event(draw, first + draw.between(1, 60), 'resolved'), lateBy: 3600 });
  if (!draw.chance(0.45)) return events;

  const end = first + draw.between(20, Math.max(21, lasts - first));
  events.push(event(draw, end, 'resolved'));
  if (!draw.chance(0.5)) return events;
  const again =
    end +
    draw.weighted([
      [3, draw.between(1, 120)],
      [2, draw.between(120, 640)],
      [1, draw.between(600, 1200)],
    ]);
  events.push(event(draw, again, 'firing'));
  if (draw.chance(0.4)) events.push(event(draw, again + draw.between(20, 900), 'resolved'));
  return events;
}

/** A source that flaps: it fires and is well again, each for about as long every time. The last event may be either. */
function drawFlapping(draw: Dice, first: number): readonly AlarmEvent[] {
  const [fires, well] = draw.oneOf([
    [240, 120],
    [4, 20],
    [30, 200],
    [100, 60],
  ] as const);
  const count = draw.between(5, 16);
  let at = first;
  return Array.from({ length: count }, (_, index): AlarmEvent => {
    const one = event(draw, at, index % 2 === 0 ? 'firing' : 'resolved');
    at += (index % 2 === 0 ? fires : well) + draw.between(0, 5);
    return { ...one, lateBy: 0 };
  });
}

function event(draw: Dice, after: number, state: AlarmEvent['state']): AlarmEvent {
  const cells = draw.weighted([
    [5, 'own'],
    [1, 'other'],
    [4, 'both'],
  ] as const);
  return { after, state, cells, lateBy: draw.chance(0.1) ? draw.between(1, 120) : 0 };
}

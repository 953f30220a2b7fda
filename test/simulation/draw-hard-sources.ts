import type { Dice } from './dice.ts';
import type { AlarmEvent, AlarmPlan } from './night.ts';

/** Each so many nights have such a source. */
export const hardSourcesEvery = 5;

/** Another service of the same integration, whose sender may use the same key. */
const otherService = 'kessler-vpn';

/**
 * Sources that are hard to understand: two services with one key, a worse severity that joins, a clock that is
 * slow, a `resolved` that comes before its firing. They are drawn last, so that
 * the night of a seed that is not for them stays as it was.
 */
export function withHardSources(draw: Dice, alarms: readonly AlarmPlan[]): readonly AlarmPlan[] {
  const kind = draw.weighted([
    [1, 'one key'],
    [1, 'worse'],
    [1, 'slow clock'],
    [1, 'resolved first'],
  ] as const);
  const [first, ...others] = alarms;
  const firing = first?.events[0];
  if (first === undefined || firing === undefined) return alarms;
  switch (kind) {
    case 'one key':
      return [...alarms, withSameKey(draw, first, firing)];
    case 'worse':
      return [withWorse(draw, first, firing), ...others];
    case 'slow clock':
      return [withSlowClock(draw, first, firing), ...others];
    case 'resolved first':
      return [withResolvedFirst(draw, first, firing), ...others];
  }
}

function withSameKey(draw: Dice, first: AlarmPlan, firing: AlarmEvent): AlarmPlan {
  const after = firing.after + draw.between(5, 200);
  const { name, summary } = first;
  return {
    ...{ name: `${name}-other`, key: name, summary },
    service: first.service === otherService ? 'acme-shop' : otherService,
    events: [
      { ...firing, after },
      { ...firing, after: after + draw.between(60, 600), state: 'resolved' },
    ],
  };
}

function withWorse(draw: Dice, first: AlarmPlan, firing: AlarmEvent): AlarmPlan {
  const severity = draw.oneOf(['low', 'high'] as const);
  const worse = severity === 'low' ? draw.oneOf(['high', 'critical'] as const) : 'critical';
  const after = firing.after + draw.between(20, 400);
  return { ...first, severity, events: [...first.events, { ...firing, after, lateBy: 0, severity: worse }] };
}

/** It fires again after whoever has it may have resolved it. All its times are late by the same. */
function withSlowClock(draw: Dice, first: AlarmPlan, firing: AlarmEvent): AlarmPlan {
  const lateBy = draw.between(30, 400);
  const last = Math.max(...first.events.map(({ after }) => after));
  const again: AlarmEvent = { ...firing, after: last + draw.between(20, 500), state: 'firing' };
  return { ...first, events: [...first.events, again].map((event) => ({ ...event, lateBy })) };
}

/** The only firing was held up on its way. What was over arrived first. */
function withResolvedFirst(draw: Dice, first: AlarmPlan, firing: AlarmEvent): AlarmPlan {
  const lateBy = draw.between(40, 120);
  const resolved = { ...firing, state: 'resolved', lateBy: 0 } as const;
  return { ...first, events: [resolved, { ...firing, after: firing.after + draw.between(2, 30), lateBy }] };
}

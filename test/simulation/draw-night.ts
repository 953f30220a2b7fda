import { dice } from './dice.ts';
import { drawAlarms } from './draw-alarms.ts';
import { drawCustomers } from './draw-customers.ts';
import { hardSourcesEvery, withHardSources } from './draw-hard-sources.ts';
import { drawOperators } from './draw-operators.ts';
import { drawResponder } from './draw-responder.ts';
import { drawTroubles } from './draw-trouble.ts';
import type { Night } from './night.ts';

const hourMs = 3_600_000;

/** The first night begins after this: a Monday on which each roster of the example has shifts. */
const beginning = Date.parse('2026-01-05T15:00:00Z');

/**
 * The distance between the nights of two neighbouring seeds: a day and an hour. So nights begin at every hour of the
 * day. No night begins while phones still remember the one before.
 */
const apartMs = 25 * hourMs;
const latestBeginMs = 15 * hourMs;

/** Ten years. A higher seed's night falls in the same years again. */
const nightsUntilAgain = 3504;

const people = ['an', 'bram', 'chloe', 'dirk', 'els', 'farid', 'greta', 'harry', 'ines'];

/** Draws a night. The same seed gives the same night; the nights of neighbouring seeds follow one another. */
export function drawNight(seed: number): Night {
  const draw = dice(seed);
  const lastsSeconds = draw.weighted([
    [6, draw.between(120, 700)],
    [4, draw.between(700, 2000)],
    [1, draw.between(2000, 7200)],
  ]);
  const place = ((seed % nightsUntilAgain) + nightsUntilAgain) % nightsUntilAgain;
  const alarms = drawAlarms(draw, lastsSeconds);
  const drawn = {
    seed,
    startAt: beginning + place * apartMs + draw.between(0, latestBeginMs / 1000) * 1000,
    lastsSeconds,
    alarms,
    troubles: drawTroubles(draw, lastsSeconds),
    responders: Object.fromEntries(people.map((id) => [id, drawResponder(draw)])),
    operators: drawOperators(draw),
    customers: drawCustomers(draw),
  };
  return seed % hardSourcesEvery === 0 ? { ...drawn, alarms: withHardSources(draw, alarms) } : drawn;
}

/** Whether two nights can be played one after the other on the same laptop. Its clock only goes forward. */
export function isLater(night: Night, other: Night): boolean {
  return night.startAt - other.startAt >= apartMs - latestBeginMs;
}

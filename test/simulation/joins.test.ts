import { describe, expect, test } from '@jest/globals';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Entry } from '../../domain/incident/timeline.ts';
import { opened, tenPastThree } from '../domain/an-incident.ts';
import { itemOf } from '../lambda/in-memory-cell.ts';
import { joins } from './rules/joins.ts';
import type { Scene } from './scene.ts';

const at = tenPastThree;
const minute = 60_000;

/** A night with one incident and one firing of its alarm. */
function scene(incident: Incident, timeline: readonly Entry[], firing: object = {}): Scene {
  const seen = { id: 'abc-1', item: itemOf(incident), incident, timeline, isPast: false };
  const sent = { at, sentAt: at, occurredAt: at, alarm: 'alarm-1', state: 'firing', code: incident.code };
  const accepted = [
    { ...sent, service: incident.route.service, incidentId: 'abc-1', status: 'escalating', ...firing },
  ];
  const night = { troubles: [], startAt: at };
  const play = { night, accepted, ledger: { all: () => [] }, heard: [] };
  return { play, now: at + 10 * minute, incidents: [seen] } as unknown as Scene;
}

const incident = opened();
const low: Incident = {
  ...incident,
  route: { ...incident.route, severity: 'low' },
  policy: { ...incident.policy, heldUntilMorning: { from: '18:00', until: '08:00' } },
};
const begun: Entry = { at, kind: 'opened', summary: 'disk full', roster: 'linux' };
const paged: Entry = { at: at + minute, kind: 'paged', responder: 'an', role: 'primary', region: 'x' };
const taken: Entry = { at, kind: 'acknowledged', by: 'an', until: at + 60 * minute, path: 'sms' };
const worse: Entry = { at: at + minute, kind: 'worse', severity: 'critical', summary: 'disk full' };

describe('the rule for what becomes of a source’s event', () => {
  test('finds nothing wrong with an alarm that was paged', () => {
    expect(joins(scene(incident, [begun, paged]))).toEqual([]);
  });

  test('finds an alarm in the incident of another service', () => {
    expect(joins(scene(incident, [begun], { service: 'kessler-vpn' }))).toHaveLength(1);
  });

  test('finds a new firing that was taken for one that is over', () => {
    expect(joins(scene(incident, [begun], { status: 'resolved' }))).toHaveLength(1);
  });

  test('finds a worse severity that changes nothing, and one that its holder does not hear', () => {
    expect(joins(scene(incident, [begun], { severity: 'critical' }))).toHaveLength(1);
    expect(joins(scene(incident, [begun, taken, worse]))).toHaveLength(1);
  });

  test('finds a page about a low incident in a night that holds it', () => {
    expect(joins(scene(low, [begun, paged]))).toHaveLength(1);
    expect(joins(scene(low, [begun]))).toEqual([]);
  });
});

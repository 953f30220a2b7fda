import { describe, expect, test } from '@jest/globals';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Entry } from '../../../domain/incident/timeline.ts';
import { figuresOf } from '../../../domain/reports/incident-figures.ts';
import { opened, tenPastThree } from '../an-incident.ts';
import { driveNow, nightOf, operatorReports, pass, says } from '../escalation/a-night.ts';

const zone = 'Europe/Brussels';
const at = (seconds: number) => tenPastThree + seconds * 1000;
const yes = (seconds: number, by: string) =>
  ({ at: at(seconds), kind: 'acknowledged', by, until: at(seconds + 900), path: 'sms' }) as const;
const page = (seconds: number, responder: string) =>
  ({ at: at(seconds), kind: 'paged', responder, role: 'primary', region: 'eu-central-1' }) as const;
const first: Entry = { at: at(0), kind: 'opened', summary: 'disk full', roster: 'linux' };

function figures(timeline: readonly Entry[], changed: Partial<Incident> = {}) {
  return figuresOf({ ...opened(), ...changed }, [first, ...timeline], zone);
}

describe('the response to an incident', () => {
  test('is the time until somebody first acknowledged', () => {
    expect(figures([page(0, 'an'), yes(95, 'an'), yes(400, 'bram')]).responseSeconds).toBe(95);
  });

  test('is null while nobody has acknowledged, and a yes that was taken back does not count', () => {
    const undone: Entry = { at: at(20), kind: 'undone', by: 'an', path: 'sms' };

    expect(figures([page(0, 'an')]).responseSeconds).toBeNull();
    expect(figures([yes(10, 'an'), undone]).responseSeconds).toBeNull();
    expect(figures([yes(10, 'an'), undone, yes(60, 'chloe')]).responseSeconds).toBe(60);
  });

  test('is an operator’s confirmation when that comes first', () => {
    const night = nightOf(opened());
    driveNow(night);
    pass(night, 120);
    const task = night.incident.tasks.find(({ about }) => about.kind === 'confirm');
    operatorReports(night, { kind: 'confirmed', task: task?.id ?? '', by: 'Olga' });
    says(night, 'an', 'yes');

    expect(figuresOf(night.incident, night.incident.timeline, zone).responseSeconds).toBe(120);
  });

  test('is counted from the morning until which it was held', () => {
    const held: Entry = { at: at(0), kind: 'held', reason: 'low', until: at(3600) };

    expect(figures([held, yes(3660, 'an')], { resolvedAt: at(4200) })).toMatchObject({
      responseSeconds: 60,
      resolutionSeconds: 600,
    });
    expect(figures([held], { resolvedAt: at(600) }).resolutionSeconds).toBe(0);
  });
});

describe('the resolution of an incident', () => {
  test('is its last end, when it was open again in between', () => {
    const timeline: Entry[] = [
      { at: at(300), kind: 'resolved', by: 'source' },
      { at: at(400), kind: 'reopened', summary: 'disk full' },
      { at: at(900), kind: 'resolved', by: 'an' },
    ];

    expect(figures(timeline, { resolvedAt: at(900) }).resolutionSeconds).toBe(900);
    expect(figures(timeline.slice(0, 2)).resolutionSeconds).toBeNull();
  });
});

describe('what a customer was promised', () => {
  const told = (promise: string, about: 'copy' | 'incident' | 'solution', who = 'Joris'): Entry => ({
    ...{ at: at(60), kind: 'sent to customer', promise, about, who, region: 'eu-central-1' },
  });

  test('is kept once however many contacts were told, is broken even when they were told later, and does not include copies', () => {
    const timeline: Entry[] = [
      told('p1', 'copy'),
      told('p2', 'incident'),
      told('p2', 'incident', 'Katja'),
      { at: at(900), kind: 'promise broken', promise: 'p3', about: 'solution' },
      told('p3', 'solution'),
      { at: at(1000), kind: 'target missed' },
    ];

    expect(figures(timeline)).toMatchObject({ promisesKept: 1, promisesBroken: 1, targetsMissed: 1 });
  });
});

describe('the people of an incident', () => {
  const hours = (count: number) => count * 3600;
  const called = (seconds: number, whom: string): Entry => ({
    ...{ at: at(seconds), kind: 'called', whom, region: 'eu-central-1', contactId: 'c' },
  });

  test('are paged by SMS and call, each night once, from ten to six on the company’s clock', () => {
    const { people } = figures([
      page(0, 'an'), // Monday 03:10
      called(90, 'an'),
      called(60, 'contact center'),
      page(hours(3), 'an'), // 06:10
      page(hours(18) + 50 * 60, 'an'), // 22:00
      page(hours(24), 'an'), // Tuesday 03:10
      yes(hours(24) + 60, 'chloe'),
    ]);

    expect(people).toEqual([
      { responder: 'an', pages: 5, nights: ['2026-11-22', '2026-11-23'], hasTaken: false },
      { responder: 'chloe', pages: 0, nights: [], hasTaken: true },
    ]);
  });
});

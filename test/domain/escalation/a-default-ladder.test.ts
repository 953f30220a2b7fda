import { describe, expect, test } from '@jest/globals';
import { timersOf } from '../../../domain/escalation/timers.ts';
import { eventsOf } from '../../../domain/escalation/what-happens-next.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { nextWords } from '../../../domain/messages/next-words.ts';
import { isDueAct } from '../../../domain/paging/timer.ts';
import { opened } from '../an-incident.ts';
import { nightOf, performed } from './a-night.ts';

const noon = Date.UTC(2026, 10, 23, 11, 0);

/**
 * Read this first: what the default policies do, second by second. The text lists what `timersOf` returns, timer by
 * timer.
 */
describe('what happens by itself, as long as nobody answers', () => {
  test('of severity high, into the second round', () => {
    expect(ladder(opened(), 900)).toBe(`
    0 s  the primary is asked
    0 s  task for the contact center
    0 s  SMS to the primary through the own region
   45 s  SMS to the primary through the other region
   60 s  call to the contact center
   90 s  call to the primary
  180 s  call to the primary
  300 s  the contact center is late with its task
  300 s  the secondary is asked
  300 s  SMS to the secondary through the own region
  345 s  SMS to the secondary through the other region
  360 s  call to the contact center
  390 s  call to the secondary
  480 s  call to the secondary
  600 s  the contact center is late with its task
  600 s  management is asked
  600 s  SMS to management through the own region
  645 s  SMS to management through the other region
  660 s  call to the contact center
  690 s  call to management
  780 s  call to management
  900 s  the ladder is at its end; the contact center is called
  900 s  call to the contact center
  900 s  the ladder begins again with the primary
  900 s  the primary is asked
  900 s  SMS to the primary through the own region
`);
  });

  test('of severity critical, into the second round: management is in from the start', () => {
    expect(ladder(opened({ severity: 'critical' }), 360)).toBe(`
    0 s  the primary and management are asked
    0 s  task for the contact center
    0 s  SMS to the primary through the own region
    0 s  SMS to management through the own region
   15 s  SMS to the primary through the other region
   15 s  SMS to management through the other region
   30 s  call to the primary
   30 s  call to management
   60 s  call to the contact center
  120 s  call to the primary
  120 s  call to management
  180 s  the secondary is asked
  180 s  SMS to the secondary through the own region
  195 s  SMS to the secondary through the other region
  210 s  call to the secondary
  240 s  call to the contact center
  300 s  the contact center is late with its task
  300 s  call to the secondary
  360 s  the ladder is at its end; the contact center is called
  360 s  call to the contact center
  360 s  the ladder begins again with the primary and management
  360 s  the primary and management are asked
  360 s  SMS to the primary through the own region
  360 s  SMS to management through the own region
`);
  });

  test('of severity low at noon', () => {
    expect(ladder(opened({ severity: 'low', now: noon }), 600)).toBe(`
    0 s  the primary is asked
    0 s  task for the contact center
    0 s  SMS to the primary through the own region
   45 s  SMS to the primary through the other region
   60 s  call to the contact center
   90 s  call to the primary
  180 s  call to the primary
  300 s  the contact center is late with its task
  300 s  the secondary is asked
  300 s  SMS to the secondary through the own region
  345 s  SMS to the secondary through the other region
  360 s  call to the contact center
  390 s  call to the secondary
  480 s  call to the secondary
  600 s  the contact center is late with its task
  600 s  management is asked
  600 s  SMS to management through the own region
`);
  });

  test('of severity low at ten past three in the morning: it is held until eight', () => {
    expect(ladder(opened({ severity: 'low' }), 5 * 3600)).toBe(`
17400 s  the hold ends; the page goes to the primary
17400 s  the primary is asked
17400 s  task for the contact center
17400 s  SMS to the primary through the own region
17445 s  SMS to the primary through the other region
17460 s  call to the contact center
17490 s  call to the primary
17580 s  call to the primary
17700 s  the contact center is late with its task
17700 s  the secondary is asked
17700 s  SMS to the secondary through the own region
17745 s  SMS to the secondary through the other region
17760 s  call to the contact center
17790 s  call to the secondary
17880 s  call to the secondary
18000 s  the contact center is late with its task
18000 s  management is asked
18000 s  SMS to management through the own region
`);
  });
});

const everybody = { primary: 'the primary', secondary: 'the secondary', management: 'management' };

/** Fires the timers of a new incident one by one, and lists each of them: the second, and what happens. */
function ladder(incident: Incident, seconds: number): string {
  const night = nightOf(incident, everybody);
  const { openedAt } = night.incident;
  const rows: string[] = [];
  for (;;) {
    const [first] = timersOf(night.incident);
    if (first === undefined || first.at > openedAt + seconds * 1000) return `\n${rows.join('\n')}\n`;
    night.now = Math.max(night.now, first.at);
    for (const event of eventsOf(night.incident, first, () => everybody)) {
      const words = nextWords(event, 'en', (responder) => responder);
      const row = `${String((night.now - openedAt) / 1000).padStart(5)} s  ${words}`;
      if (rows.at(-1) !== row) rows.push(row);
    }
    night.incident = isDueAct(first) ? performed(night, first.act) : first.fire(everybody, night.now);
  }
}

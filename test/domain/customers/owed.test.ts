import { describe, expect, test } from '@jest/globals';
import { heard, keepTo, pro, saysMinutes, toTellByOperator } from '../a-customer.ts';
import { opened } from '../an-incident.ts';
import { driveNow, firesAgain, type Night, nightOf, pass, resolveNow, says } from '../escalation/a-night.ts';

/** An incident of ACME, a minute or more after it was opened. */
function night(slaTerms = pro, minutes = 0): Night {
  const tonight = nightOf(opened({ slaTerms }));
  pass(tonight, minutes * 60);
  return tonight;
}

describe('a customer', () => {
  test('gets a copy of the alarm at once, where the SLA has copies, and hears of the incident as well', () => {
    const tonight = night({ ...pro, copies: true }, 6);

    expect(heard(tonight)).toEqual(['0 copy', '5 incident']);
  });

  test('hears of the incident as soon as somebody has acknowledged', () => {
    const tonight = night(pro, 2);

    says(tonight, 'an', 'yes');
    driveNow(tonight);

    expect(heard(tonight)).toEqual(['2 incident']);
  });

  test('hears the repair time, and hears it again each time that it changes', () => {
    const tonight = night(pro, 6);

    saysMinutes(tonight, 'an', 30);
    pass(tonight, 600);
    saysMinutes(tonight, 'an', 50);
    driveNow(tonight);

    expect(heard(tonight)).toEqual(['5 incident', '6 repair time until 36', '16 repair time until 66']);
  });

  test('hears of the incident and the repair time in one message', () => {
    const tonight = night(pro, 1);

    saysMinutes(tonight, 'an', 30);
    pass(tonight, 600);

    expect(heard(tonight)).toEqual(['1 incident until 31']);
  });

  test('does not hear the same repair time twice', () => {
    const tonight = night(pro, 6);

    saysMinutes(tonight, 'an', 30);
    pass(tonight, 600);
    saysMinutes(tonight, 'an', 20);
    pass(tonight, 60);

    expect(heard(tonight)).toEqual(['5 incident', '6 repair time until 36']);
  });

  test('does not hear a repair time that changed back before it was told', () => {
    const tonight = night(pro, 6);
    saysMinutes(tonight, 'an', 30);
    driveNow(tonight);

    saysMinutes(tonight, 'an', 45);
    saysMinutes(tonight, 'an', 30);
    pass(tonight, 60);

    expect(heard(tonight)).toEqual(['5 incident', '6 repair time until 36']);
  });

  test('hears of the resolution', () => {
    const tonight = night(pro, 6);

    resolveNow(tonight);
    pass(tonight, 3600);

    expect(heard(tonight)).toEqual(['5 incident', '8 solution']);
  });

  test('hears in one message what happened and that it is over, when a responder resolved it', () => {
    const tonight = night(pro, 1);

    says(tonight, 'an', 'done');
    pass(tonight, 3600);

    expect(heard(tonight)).toEqual(['3 solution']);
  });

  test('hears of a reopening only if they have heard of the resolution', () => {
    const tonight = night(pro, 6);
    resolveNow(tonight);
    firesAgain(tonight);
    pass(tonight, 600);
    expect(heard(tonight)).toEqual(['5 incident']);

    resolveNow(tonight, 'an');
    pass(tonight, 180);
    firesAgain(tonight);
    pass(tonight, 600);

    expect(heard(tonight)).toEqual(['5 incident', '18 solution', '24 incident']);
  });

  test('hears nothing of a reopening that lasted only a moment, after they have heard of the resolution', () => {
    const tonight = night(pro, 6);
    resolveNow(tonight);
    pass(tonight, 180);

    firesAgain(tonight);
    pass(tonight, 60);
    resolveNow(tonight);
    pass(tonight, 24 * 3600);

    expect(heard(tonight)).toEqual(['5 incident', '8 solution']);
    expect(toTellByOperator(tonight)).toEqual([]);
  });
});

describe('an incident that resolves and reopens all week', () => {
  test('keeps a limited list of promises, knows what its customer heard last, and copies the alarm once', () => {
    const tonight = night({ ...pro, copies: true }, 6);
    for (let times = 0; times < 100; times++) {
      resolveNow(tonight, 'an');
      keepTo(tonight, 120);
      firesAgain(tonight);
      keepTo(tonight, 360);
    }

    const about = tonight.incident.timeline.flatMap((entry) =>
      entry.kind === 'sent to customer' ? [entry.about] : [],
    );
    const cycles = Array.from({ length: 100 }, () => ['solution', 'incident']).flat();
    expect(about).toEqual(['copy', 'incident', ...cycles]);
    expect(tonight.incident.promises.length).toBeLessThan(50);
  });
});

describe('an incident whose customer is not known', () => {
  test('has no promises: operators find out', () => {
    const tonight = nightOf(opened({ known: false }));
    pass(tonight, 3600);
    says(tonight, 'an', 'yes');
    saysMinutes(tonight, 'an', 30);
    resolveNow(tonight);
    firesAgain(tonight);

    expect(tonight.incident.promises).toEqual([]);
    expect(tonight.incident.tasks.some(({ about }) => about.kind === 'look')).toBe(true);
  });
});

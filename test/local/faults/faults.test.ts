import { describe, expect, test } from '@jest/globals';
import { readSwitches } from '../../../local/faults/fault-switches.ts';
import { switchedFaults } from '../../../local/faults/faults.ts';

const here = 'eu-central-1';
const there = 'eu-west-2';
const within = (region: string) => ({ from: region, to: region });

describe('a switched fault', () => {
  test('applies to calls of its service in the region that is called, from any region', () => {
    const faults = switchedFaults();
    faults.replace([{ region: here, service: 'sms', mode: 'refuse' }]);

    expect(faults.mode('sms', within(here))).toBe('refuse');
    expect(faults.mode('sms', { from: there, to: here })).toBe('refuse');
    expect(faults.mode('sms', within(there))).toBeUndefined();
    expect(faults.mode('table', within(here))).toBeUndefined();
  });

  test('can cut one direction between two regions, for every service', () => {
    const faults = switchedFaults();
    faults.replace([{ region: { from: here, to: there }, service: '*', mode: 'hang' }]);

    expect(faults.mode('table', { from: here, to: there })).toBe('hang');
    expect(faults.modeOfAll({ from: here, to: there })).toBe('hang');
    expect(faults.mode('table', { from: there, to: here })).toBeUndefined();
    expect([here, there].map(faults.isStopped)).toEqual([false, false]);
  });

  test('stops a region when it covers everything there', () => {
    const faults = switchedFaults();
    faults.replace([{ region: here, service: '*', mode: 'refuse' }]);

    expect([here, there].map(faults.isStopped)).toEqual([true, false]);
    expect(faults.mode('functions', within(here))).toBe('refuse');
  });

  test('tells its listeners, until they stop listening', () => {
    const faults = switchedFaults();
    let changes = 0;
    const stop = faults.onChange(() => {
      changes += 1;
    });
    faults.replace([]);
    stop();
    faults.replace([]);

    expect(changes).toBe(1);
  });

  test('that kills is used up by the call that it kills', () => {
    const faults = switchedFaults();
    faults.replace([{ kill: 'step', afterCall: 2 }]);

    expect(faults.takeKill('step', 1)).toBe(false);
    expect(faults.takeKill('intake', 2)).toBe(false);
    expect(faults.takeKill('step', 2)).toBe(true);
    expect(faults.takeKill('step', 2)).toBe(false);
  });
});

describe('the list of faults', () => {
  test('is accepted as it is when everything in it is known', () => {
    const list = [
      { region: '*', service: 'table', mode: 'conflict' },
      { region: { from: here, to: there }, service: '*', mode: 'drop' },
      { kill: 'step', afterCall: 3 },
    ];

    expect(readSwitches(list, ['step'])).toEqual(list);
  });

  test.each([
    [{}, 'The faults are a list'],
    [['sms'], 'an object'],
    [[{ region: 'here', service: 'sms', mode: 'hang' }], 'a region such as'],
    [[{ region: { from: here }, service: 'sms', mode: 'hang' }], 'a region such as'],
    [[{ region: here, service: 'pigeons', mode: 'hang' }], 'sms, voice, tasks, table'],
    [[{ region: here, service: 'sms', mode: 'tired' }], 'refuse, throttle, hang, drop, conflict'],
    [[{ region: here, service: 'sms', mode: 'conflict' }], 'with the service table only'],
    [[{ region: here, service: 'sms', mode: 'hang', until: 3 }], 'the fields region, service, mode'],
    [[{ kill: 'nobody', afterCall: 1 }], 'allowed: step'],
    [[{ kill: 'step', afterCall: 0 }], 'a whole number from 1'],
  ])('is refused with a sentence that names what is allowed: %j', (list, sentence) => {
    expect(() => readSwitches(list, ['step'])).toThrow(sentence);
  });
});

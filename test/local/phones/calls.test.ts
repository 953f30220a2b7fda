import { describe, expect, test } from '@jest/globals';
import { phoneCalls } from '../../../local/phones/calls.ts';

const to = '+32470000001';
const region = 'eu-central-1';

function aPhone() {
  const heard: string[] = [];
  const noted: string[] = [];
  const calls = phoneCalls({ now: () => 1000, noted: (number) => void noted.push(number) });
  const line = calls.ring(
    { id: 'c1', region, to },
    {
      answered: () => void heard.push('answered'),
      pressed: (key) => void heard.push(`pressed ${key}`),
      hungUp: () => void heard.push('hung up'),
    },
  );
  return { calls, line, heard, noted, status: () => calls.of(to)[0]?.status };
}

describe('a phone that rings', () => {
  test('shows the call', () => {
    const { calls, noted } = aPhone();

    expect(calls.of(to)).toEqual([{ id: 'c1', region, status: 'ringing', spoken: [], at: 1000 }]);
    expect(noted).toEqual([to]);
  });

  test('is answered, shows what is spoken, and takes keys one by one', () => {
    const { calls, line, heard } = aPhone();
    calls.handle(to, 'c1', { kind: 'answer' });
    line.say('Press a key');
    calls.handle(to, 'c1', { kind: 'press', digits: '4#' });

    expect(heard).toEqual(['answered', 'pressed 4', 'pressed #']);
    expect(calls.of(to)[0]).toMatchObject({ status: 'answered', spoken: ['Press a key'] });
  });

  test('takes no key before it is answered', () => {
    const { calls, heard } = aPhone();

    expect(calls.handle(to, 'c1', { kind: 'press', digits: '4' }).kind).toBe('impossible');
    expect(heard).toEqual([]);
  });

  test('can be refused by hanging up', () => {
    const { calls, heard, status } = aPhone();
    calls.handle(to, 'c1', { kind: 'hang-up' });

    expect(status()).toBe('ended');
    expect(heard).toEqual(['hung up']);
    expect(calls.handle(to, 'c1', { kind: 'answer' }).kind).toBe('impossible');
  });

  test('can be answered by a voicemail, which never presses a key', () => {
    const { calls, heard, status } = aPhone();
    calls.handle(to, 'c1', { kind: 'voicemail' });

    expect(status()).toBe('answered');
    expect(calls.handle(to, 'c1', { kind: 'press', digits: '4' }).kind).toBe('impossible');
    expect(heard).toEqual(['answered']);
  });

  test('knows no other call', () => {
    expect(aPhone().calls.handle(to, 'c2', { kind: 'answer' })).toEqual({ kind: 'unknown' });
  });
});

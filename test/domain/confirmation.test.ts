import { describe, expect, test } from '@jest/globals';
import { confirm } from '../../domain/confirmation.ts';
import { resolve } from '../../domain/resolution.ts';
import { opened, tenPastThree } from './an-incident.ts';

const confirmation = { path: 'voice', id: 'call 1' } as const;

describe('a confirmation of the contact center', () => {
  test('stands on the timeline, and takes nothing', () => {
    const confirmed = confirm(opened(), confirmation, tenPastThree);

    expect(confirmed).toMatchObject({ kind: 'changed', incident: { status: 'escalating' } });
    expect(confirmed.kind === 'changed' && confirmed.incident.timeline.at(-1)).toEqual({
      at: tenPastThree,
      kind: 'contact center confirmed',
      path: 'voice',
    });
  });

  test('counts once, however often it is delivered', () => {
    const once = confirm(opened(), confirmation, tenPastThree);
    if (once.kind !== 'changed') throw new Error('expected a change');

    expect(confirm(once.incident, confirmation, tenPastThree)).toEqual({ kind: 'repeated' });
  });

  test('of what is over changes nothing', () => {
    const over = resolve(opened(), 'source', tenPastThree);

    expect(confirm(over, confirmation, tenPastThree)).toEqual({ kind: 'over' });
  });
});

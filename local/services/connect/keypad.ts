import type { Clock } from '../../time/clock.ts';
import type { Timer } from '../../time/timer-queue.ts';
import type { Gathering } from './flow/action-kind.ts';

/** The keys of a phone that is on the line. What is pressed while nobody gathers is lost. */
export interface Keypad {
  press(key: string): void;
  /** Never resolves once the keypad is closed. */
  gather(firstWithinMs: number, gathering: Gathering): Promise<string>;
  close(): void;
}

export function keypad(clock: Clock, label: string): Keypad {
  let heard: (key: string | undefined) => void = () => {};
  let timer: Timer | undefined;
  const close = () => {
    heard = () => {};
    if (timer !== undefined) clock.cancel(timer);
    timer = undefined;
  };
  const within = (ms: number) => {
    if (timer !== undefined) clock.cancel(timer);
    timer = clock.at(clock.now() + ms, `${label} waits for a key`, () => heard(undefined));
  };
  return {
    close,
    press: (key) => heard(key),
    gather: (firstWithinMs, gathering) =>
      new Promise((resolve) => {
        heard = (key) => {
          const step = gathering(key);
          if (typeof step !== 'string') return within(step.nextWithinMs);
          close();
          resolve(step);
        };
        within(firstWithinMs);
      }),
  };
}

import type { Parts } from '../../kernel/parts.ts';
import type { Line } from '../../phones/calls.ts';
import type { PhoneBook } from '../../phones/phone-book.ts';
import type { Clock } from '../../time/clock.ts';
import type { Timer } from '../../time/timer-queue.ts';
import type { Contact, ContactRecord } from './contact.ts';
import type { TellContactEvent } from './contact-events.ts';
import type { Gathering } from './flow/action-kind.ts';
import { runFlow } from './flow/run/run-flow.ts';
import { flowContact } from './flow-contact.ts';
import type { ContactFlow, Instance } from './instances.ts';

/** A request for a call. */
export interface CallOrder {
  readonly id: string;
  readonly instance: Instance;
  readonly contactFlow: ContactFlow;
  readonly from: string;
  readonly to: string;
  readonly ringSeconds: number;
  readonly attributes: Map<string, string>;
}

/** A call, from the moment in which the API accepted it. */
export interface VoiceCall extends Contact {
  readonly instance: Instance;
}

/**
 * Lets a phone ring, and runs the flow when somebody answers. A call that rings or listens waits for a person or for
 * time, so it is no activity. The steps of its flow are activity.
 */
export function placeCall(
  parts: Parts,
  phones: PhoneBook,
  order: CallOrder,
  tellEvent: TellContactEvent,
): VoiceCall {
  const { id, instance, to, attributes } = order;
  const { clock } = parts;
  const owner = phones.phones().find(({ number }) => number === to)?.owner ?? 'unknown';
  const tell = (what: string) => parts.tell(`CALL ${instance.region} -> ${owner} ${to}: ${what}`);
  let record: ContactRecord = {
    ...{ id, instance, channel: 'VOICE', customer: to },
    initiatedAt: clock.now(),
  };
  tellEvent('INITIATED', record);
  const keys = keypad(clock, `call ${id}`);
  const line: Line = phones.calls.ring(
    { id, region: instance.region, to },
    {
      answered() {
        clock.cancel(ringing);
        record = { ...record, connectedAt: clock.now() };
        tell('answered');
        void talk();
      },
      pressed(key) {
        tell(`pressed ${key}`);
        keys.press(key);
      },
      hungUp: () => finish('hung up'),
    },
  );
  const isOver = () => line.status() === 'ended';
  const finish = (how: string) => {
    clock.cancel(ringing);
    keys.close();
    line.end();
    tell(how);
    record = { ...record, disconnectedAt: clock.now() };
    tellEvent('DISCONNECTED', record);
  };
  const end = (how: string) => {
    if (!isOver()) finish(how);
  };
  const ringing = clock.at(clock.now() + order.ringSeconds * 1000, `call ${id} rings`, () =>
    end('not answered'),
  );
  if (isOver()) finish('busy');
  else tell('ringing');

  const talk = async () => {
    const facts = { ...order, channel: 'VOICE', customerNumber: to, systemNumber: order.from } as const;
    const contact = flowContact(parts, facts, {
      tell,
      isOver,
      say: line.say,
      gather: keys.gather,
      enqueue: () => {
        tell('no agents take calls here');
        return 'no such queue';
      },
      end: () => end('ended'),
    });
    try {
      await runFlow(order.contactFlow, contact, parts.visits);
    } catch (error) {
      tell(`NOT KNOWN: ${error instanceof Error ? error.message : String(error)}`);
      end('ended');
    } finally {
      contact.rest();
    }
  };
  return { instance, attributes, record: () => record, isOver, stop: () => end('ended') };
}

/** The keys of a phone that is on the line. A key that no action waits for is lost. */
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

import type { Parts } from '../../parts.ts';
import type { Line } from '../../phones/calls.ts';
import type { PhoneBook } from '../../phones/phone-book.ts';
import { runFlow } from './flow/run-flow.ts';
import { flowContact } from './flow-contact.ts';
import type { ContactFlow, Instance } from './instances.ts';
import { keypad } from './keypad.ts';

/** A call to be made. */
export interface CallOrder {
  readonly id: string;
  readonly instance: Instance;
  readonly contactFlow: ContactFlow;
  readonly from: string;
  readonly to: string;
  readonly ringSeconds: number;
  readonly attributes: Map<string, string>;
}

/** A call from the moment in which it was accepted. */
export interface VoiceCall {
  readonly id: string;
  readonly instance: Instance;
  readonly attributes: Map<string, string>;
  isOver(): boolean;
  end(): void;
}

/**
 * Lets a phone ring until it is answered, and runs the flow then. A call that rings or listens waits for a person or for
 * time to pass: it is no activity; the steps of its flow are.
 */
export function placeCall(parts: Parts, phones: PhoneBook, order: CallOrder): VoiceCall {
  const { id, instance, to, attributes } = order;
  const { clock } = parts;
  const owner = phones.phones().find(({ number }) => number === to)?.owner ?? 'unknown';
  const tell = (what: string) => parts.tell(`CALL ${instance.region} -> ${owner} ${to}: ${what}`);
  const keys = keypad(clock, `call ${id}`);
  const line: Line = phones.calls.ring(
    { id, region: instance.region, to },
    {
      answered() {
        clock.cancel(ringing);
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
    const contact = flowContact(parts, order, { tell, isOver, keys, say: line.say, end: () => end('ended') });
    try {
      await runFlow(order.contactFlow.flow, contact);
    } catch (error) {
      tell(`NOT KNOWN: ${error instanceof Error ? error.message : String(error)}`);
      end('ended');
    } finally {
      contact.rest();
    }
  };
  return { id, instance, attributes, isOver, end: () => end('ended') };
}

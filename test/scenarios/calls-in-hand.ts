import type { PhoneCall } from '../../local/phones/calls.ts';
import type { Phone } from '../../local/phones/phone-book.ts';
import type { CallLocal } from './call-to.ts';

/** Stands for a responder wherever one is named: the phone of the contact center. */
export const contactCenter = 'the contact center';

/** What people do with the calls that their phones get. Each waits until all that follows at once has happened. */
export interface CallsInHand {
  /** All calls since the start, oldest first. */
  calls(responder: string): Promise<readonly PhoneCall[]>;
  /** Takes the call that rings; what is spoken at once is in the answer. */
  answer(responder: string): Promise<PhoneCall>;
  /** Presses keys in the call that is on the line. */
  press(responder: string, digits: string): Promise<PhoneCall>;
  /** Ends the call that rings or is on the line. */
  hangUp(responder: string): Promise<PhoneCall>;
  /** A voicemail takes the call that rings. */
  voicemail(responder: string): Promise<PhoneCall>;
}

export function callsInHand(
  call: CallLocal,
  phone: (responder: string) => Promise<Phone>,
  skip: (seconds: number) => Promise<void>,
): CallsInHand {
  const handle = async (responder: string, statuses: readonly PhoneCall['status'][], action: object) => {
    const { number, calls } = await phone(responder);
    const found = calls.find(({ status }) => statuses.includes(status));
    if (found === undefined)
      throw new Error(`no call on the phone of ${responder} is ${statuses.join(' or ')}`);
    await call('POST', `/local/phones/${encodeURIComponent(number)}/calls/${found.id}`, action);
    await skip(0);
    return (await phone(responder)).calls.find(({ id }) => id === found.id) ?? found;
  };
  return {
    calls: async (responder) => (await phone(responder)).calls,
    answer: (responder) => handle(responder, ['ringing'], { action: 'answer' }),
    press: (responder, digits) => handle(responder, ['answered'], { action: 'press', digits }),
    hangUp: (responder) => handle(responder, ['ringing', 'answered'], { action: 'hang-up' }),
    voicemail: (responder) => handle(responder, ['ringing'], { action: 'voicemail' }),
  };
}

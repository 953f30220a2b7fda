import type { PhoneCall } from '../../local/phones/calls.ts';
import type { Phone } from '../../local/phones/phone-book.ts';
import type { CallLocal } from './call-to.ts';

/** Names the phone of the contact center where a responder's id may stand. */
export const contactCenter = 'the contact center';

/** What people do with calls to their phones. Each function waits until all that follows at once has happened. */
export interface CallsInHand {
  /** All calls since the start, oldest first. */
  calls(responder: string): Promise<readonly PhoneCall[]>;
  /** Answers the call that rings. The result holds what is spoken at once. */
  answer(responder: string): Promise<PhoneCall>;
  /** Presses keys in the call on the line. */
  press(responder: string, digits: string): Promise<PhoneCall>;
  /** Ends the call that rings or is on the line. */
  hangUp(responder: string): Promise<PhoneCall>;
  /** A voicemail answers the call that rings. */
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

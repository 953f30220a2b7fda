import type { Instant } from '../time/instant.ts';

/** Something that a responder is told by SMS and that is not a page. `by` and `whom` are names that the reader knows. */
export type Notice =
  /** To the responder who acknowledged. */
  | { readonly kind: 'acknowledged'; readonly code: string; readonly until: Instant }
  /** To the responder who acknowledged after another had; `by` is that other. */
  | {
      readonly kind: 'acknowledgedInstead';
      readonly code: string;
      readonly until: Instant;
      readonly by: string;
    }
  /** To the others who were paged: `by` acknowledged. */
  | {
      readonly kind: 'acknowledgedByOther';
      readonly code: string;
      readonly by: string;
      readonly until: Instant;
    }
  /** To the responder who declined. `next` is asked next, where that is known. */
  | { readonly kind: 'declined'; readonly code: string }
  /** To everybody who was paged: the incident is resolved, by a person or by its source. */
  | { readonly kind: 'over'; readonly code: string; readonly by?: string | undefined }
  /** To the responder who says that the incident is over. They can take that back. */
  | { readonly kind: 'overByYou'; readonly code: string }
  /** To the responder who took an answer back. `by`: who has it, until when. Only `until`: it is still theirs. */
  | {
      readonly kind: 'undone';
      readonly code: string;
      readonly by?: string | undefined;
      readonly until?: Instant | undefined;
    }
  /** To the responder who has it again, because `by` took back that they had taken it over. */
  | { readonly kind: 'yoursAgain'; readonly code: string; readonly by: string; readonly until: Instant }
  | { readonly kind: 'nothingToUndo'; readonly code: string }
  /** To those who work on the incident and heard that it was resolved. `until`: to the responder who has it. */
  | {
      readonly kind: 'reopened';
      readonly code: string;
      readonly at: Instant;
      readonly until?: Instant | undefined;
    }
  /** To the responder who took back that the incident is over. `by`: who has it, until when; undefined: it is paged. */
  | {
      readonly kind: 'endUndone';
      readonly code: string;
      readonly by?: string | undefined;
      readonly until?: Instant | undefined;
    }
  /** To the responder who acknowledged, and to the helpers: an alarm of a worse severity has joined. */
  | { readonly kind: 'nowCritical' | 'nowHigh'; readonly code: string; readonly summary: string }
  /** To the responder who had acknowledged: the acknowledgement ran out. */
  | { readonly kind: 'ackExpired'; readonly code: string }
  /** Asks back: a word without a code may be about any of these incidents. `word`: what the sender wrote. */
  | { readonly kind: 'which'; readonly incidents: readonly CodeOfCustomer[]; readonly word: TaughtWord }
  /** Asks back: the sender may have meant this word about this incident. */
  | { readonly kind: 'mayMean'; readonly code: string; readonly word: MayBeMeant }
  /** Asks back: somebody else has it by now, and an "ok" may be a thank-you. */
  | { readonly kind: 'takeOver'; readonly code: string; readonly by: string; readonly until: Instant }
  /** Asks back: several people have the name that the sender wrote. */
  | { readonly kind: 'whichPerson'; readonly code: string; readonly names: readonly string[] }
  /** Answers a message about several incidents: they are the sender's, they are declined, or they are over. */
  | { readonly kind: 'severalTaken' | 'severalDeclined' | 'severalOver'; readonly codes: readonly string[] }
  | { readonly kind: 'notUnderstood'; readonly code?: string | undefined }
  | { readonly kind: 'unknownCode'; readonly code: string }
  /** `at`: when it was resolved. `canUndo`: by SMS. Undefined: a newer incident has replaced it. */
  | {
      readonly kind: 'alreadyOver';
      readonly code: string;
      readonly at?: Instant | undefined;
      readonly canUndo?: boolean | undefined;
    }
  /** To a tool: an incident that is open cannot be opened again. */
  | { readonly kind: 'notOver'; readonly code: string }
  /** To a phone that answered: no incident is open for which it was paged. */
  | { readonly kind: 'nothingOpen' }
  /** To a helper: `by` has acknowledged. */
  | { readonly kind: 'joined'; readonly code: string; readonly by: string }
  /** To the responder who acknowledged: `by` helps. */
  | { readonly kind: 'joinedBy'; readonly code: string; readonly by: string }
  /** To the responder who acknowledged: the expected repair time is recorded, and the acknowledgement lasts until then. */
  | { readonly kind: 'updated'; readonly code: string; readonly until: Instant }
  /** To a helper: the expected repair time is recorded. `by` has acknowledged. */
  | { readonly kind: 'updatedBeside'; readonly code: string; readonly until: Instant; readonly by: string }
  /** To the responder who had acknowledged: an operator found that they do not work on the incident. Others are asked. */
  | { readonly kind: 'notOnIt'; readonly code: string }
  /** To the responder who asked for a colleague or for management: `whom` is asked now. */
  | { readonly kind: 'asked'; readonly code: string; readonly whom: string }
  | { readonly kind: 'managementAsked'; readonly code: string }
  /** To the responder who hands the incident over: `whom` is asked to take it. */
  | { readonly kind: 'handOverAsked'; readonly code: string; readonly whom: string }
  /** To the responder who has acknowledged, at the end of their shift: `by` is on call now. They may hand it over. */
  | { readonly kind: 'shiftEnds'; readonly code: string; readonly by: string }
  /** To the responder whose shift begins: until when, and what `of`, whose shift ends, still has. */
  | {
      readonly kind: 'shiftBegins';
      readonly of: string;
      readonly from: Instant;
      readonly until: Instant;
      readonly incidents: readonly CodeOfCustomer[];
    }
  /** To the responder who asked for a colleague: `by` declined. */
  | { readonly kind: 'colleagueCannot'; readonly code: string; readonly by: string }
  /** To the responders of an incident that becomes major, or is no longer major. */
  | { readonly kind: 'serious' | 'notSerious'; readonly code: string }
  /** To the manager of a major incident: what have you and the customer decided? */
  | { readonly kind: 'decisionWanted'; readonly code: string }
  /** To the responder who reported that decision. */
  | { readonly kind: 'decisionStored'; readonly code: string }
  /** To the responder who asked for consent: the customer is asked. */
  | { readonly kind: 'consentAsked'; readonly code: string }
  /** To the responder who asked for consent, and to those who work on the incident: the outcome, and whose it is. */
  | {
      readonly kind: 'consentGranted' | 'consentRefused' | 'consentDecided';
      readonly code: string;
      readonly by: string;
      readonly action: string;
    }
  /** One contact agrees to what another has refused before. */
  | {
      readonly kind: 'consentGrantedAfterRefusal';
      readonly code: string;
      readonly by: string;
      readonly refusedBy: string;
      readonly action: string;
    }
  /** To management: nobody at the customer answers a request. They decide, with the digits of the request. */
  | {
      readonly kind: 'consentToDecide';
      readonly code: string;
      readonly digits: string;
      readonly action: string;
    }
  | { readonly kind: 'consentExpired'; readonly code: string; readonly action: string }
  /** To those who work on the incident: what a contact of the customer, `by`, wrote in their own words. */
  | { readonly kind: 'customerWrote'; readonly code: string; readonly by: string; readonly words: string }
  /** To management, and to those who work on the incident: a customer was not told in time. */
  | { readonly kind: 'promiseBroken'; readonly code: string; readonly customer: string }
  /** Answers a question: what is the incident about? */
  | {
      readonly kind: 'info';
      readonly code: string;
      readonly customer?: string | undefined;
      readonly summary: string;
      readonly service: string;
      readonly at: Instant;
      /** The first address of the alarm, such as its runbook. */
      readonly link?: string | undefined;
    }
  /** Answers a question: who has acknowledged, or who is asked? */
  | { readonly kind: 'whoHasIt'; readonly code: string; readonly by: string; readonly until: Instant }
  | { readonly kind: 'whoIsAsked'; readonly code: string; readonly names: readonly string[] }
  /** Answers the same question: nobody is asked until that time, because all declined, or because it is held. */
  | { readonly kind: 'nobodyAsked'; readonly code: string; readonly at: Instant }
  /** Answers a question: what can be written? */
  | { readonly kind: 'help' }
  /** Answers a question: the numbers of the people on call. */
  | {
      readonly kind: 'numbers';
      readonly code: string;
      readonly people: readonly { readonly name: string; readonly number: string }[];
    }
  /** Answers a question: which incidents are open for the sender? */
  | { readonly kind: 'openIncidents'; readonly incidents: readonly CodeOfCustomer[] }
  | { readonly kind: 'noneOpen' };

/** An incident as a list names it. */
export interface CodeOfCustomer {
  readonly code: string;
  readonly customer?: string | undefined;
}

/** A word that a text teaches its reader to write after a code. */
export type TaughtWord = MayBeMeant | 'serious' | 'notSerious' | 'assessment' | 'info' | 'who' | 'numbers';

/** What a message that was not understood may have meant. */
export type MayBeMeant = 'yes' | 'until' | 'no' | 'undo' | 'update' | 'done' | 'boss' | 'add' | 'consent';

/** The value of `by` of an `over` whose incident was resolved by the alarm's source, not by a person. */
export const theSource = 'source';

import type { OperatorReport } from '../../../domain/answers/operator-report.ts';
import type { ConsentAnswer } from '../../../domain/incident/customer.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { AskedAs } from '../../../domain/incident/ladder.ts';
import type { TaskOutcome } from '../../../domain/incident/task.ts';

/** What the screens say. In braces, what is filled in. */
export interface ScreenWords {
  readonly board: string;
  readonly asOf: string;
  readonly notRefreshed: string;
  readonly nothingToDo: string;
  readonly notAll: string;
  readonly unreadable: string;
  readonly details: string;
  readonly back: string;
  readonly several: string;
  readonly since: string;
  readonly openAgain: string;
  readonly flaps: string;
  readonly serious: string;
  readonly before: string;
  readonly callAt: string;
  readonly late: string;
  readonly taskOf: string;
  readonly somebody: string;
  readonly nobodyHasTask: string;
  readonly second: string;
  readonly acknowledged: string;
  readonly notAcknowledged: string;
  readonly isAsked: string;
  /** The same, for several people. */
  readonly areAsked: string;
  /** Who is asked now, in which role, and until when: then the next step begins. */
  readonly askedNow: string;
  readonly askedUntil: string;
  readonly askedNobody: string;
  /** Who fills the three roles. */
  readonly team: string;
  readonly inMinutes: string;
  readonly worksOnIt: string;
  /** Who is asked to take it over from the one who has it. */
  readonly handsOver: string;
  readonly status: Readonly<Record<Extract<Incident['status'], 'held' | 'resolved'>, string>>;
  readonly call: string;
  readonly readOut: string;
  readonly alarm: string;
  /** A request for consent waits for its answer. */
  readonly consentAsked: string;
  readonly customerWrote: string;
  /** Why an incident is held, by the reason that it stores. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly consentFor: string;
  readonly next: string;
  readonly happened: string;
  readonly earlier: string;
  readonly yourName: string;
  readonly nameAsked: string;
  readonly who: string;
  readonly whoAsked: string;
  readonly service: string;
  readonly serviceAsked: string;
  readonly note: string;
  readonly carryOn: string;
  /** The words for people who are known by their role alone. */
  readonly people: Readonly<Record<AskedAs | 'contact center' | 'source' | 'severity', string>>;
  readonly press: Readonly<Record<OperatorReport['kind'], string>>;
  readonly outcome: Readonly<Record<TaskOutcome, string>>;
  readonly consent: Readonly<Record<ConsentAnswer['kind'], string>>;
  readonly entry: Readonly<Record<EntryWords, string>>;
}

/** What an operator reads of a timeline. */
export type EntryWords =
  | 'opened'
  | 'reopened'
  | 'reopened by'
  | 'well again'
  | 'fired again'
  | 'step skipped'
  | 'paged'
  | 'page failed'
  | 'sms failed totally'
  | 'called'
  | 'call failed'
  | 'contact center has it'
  | 'contact center late'
  | 'additional responder asked'
  | 'major incident'
  | 'no major incident'
  | 'acknowledged'
  | 'acknowledgement ran out'
  | 'shift ended'
  | 'joined'
  | 'assigned'
  | 'worse'
  | 'updated'
  | 'not on it'
  | 'declined'
  | 'undone'
  | 'consent asked'
  | 'customer told'
  | 'sent to customer'
  | 'customer wrote'
  | 'customer not told'
  | 'promise broken'
  | 'resolved';

import type { MessageTimes } from '../../domain/answers/incident-meant.ts';
import type { Notice } from '../../domain/incident/notice.ts';
import type { Language, Organization } from '../../domain/organization/organization.ts';
import type { TextKind } from '../../domain/paging/message-budget.ts';
import type { Known } from '../incidents/known-incidents.ts';

/** A responder who wrote, and from which number. */
export interface Sender {
  readonly number: string;
  readonly responder: string;
  readonly language: Language;
  readonly organization: Organization;
}

/** A message of a responder, and what their phone knew when it was sent. */
export interface Heard {
  readonly id: string;
  readonly times: MessageTimes;
  readonly known: readonly Known[];
}

/** What the sender is told at once. */
export interface Told {
  readonly kind: TextKind;
  readonly notice: Notice;
}

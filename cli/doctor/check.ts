/** What the doctor looks at: read-only, in both regions, with what each finding breaks and how to mend it. */

import type { Organization } from '../../domain/organization/organization.ts';
import type { Aws } from '../aws/requests.ts';
import type { Ask } from '../cell/ask.ts';

/** What a check saw. What could not be looked at is never `ok`. */
export interface Seen {
  readonly kind: 'ok' | 'finding' | 'unknown';
  readonly text: string;
}

/** One thing that people, or AWS, must have done. */
export interface Check {
  /** The name by which `--except` leaves it out. */
  readonly id: string;
  readonly looksAt: string;
  /** What does not work while there is a finding. */
  readonly breaks: string;
  readonly mend: string;
  /** AWS's own documentation. */
  readonly link: string;
  /** The permissions that the check needs. */
  readonly actions: readonly string[];
  /** Rejects when it cannot look. Empty where there is nothing to look at, because another check has a finding. */
  look(at: Place): Promise<readonly Seen[]>;
}

/** One region of the deployed pair. */
export interface Place {
  readonly aws: Aws;
  readonly ask: Ask;
  readonly region: string;
  /** The address of the cell. */
  readonly url: string;
  /** The prefix of all names of the deployment. */
  readonly prefix: string;
  /** The cell's time, epoch milliseconds. */
  readonly now: number;
  /** The organization in force. Rejects when it cannot be read. */
  organization(): Promise<Organization>;
  /** The parameter in which the Connect stack writes its settings; undefined when there is no such stack. */
  voice(): Promise<Voice | undefined>;
}

/** How the cell calls, and asks the contact center. */
export interface Voice {
  readonly instanceArn: string;
  readonly contactFlowArn: string;
  readonly sourceNumber: string;
  readonly taskFlowArn?: string;
}

export function ok(text: string): Seen {
  return { kind: 'ok', text };
}

export function finding(text: string): Seen {
  return { kind: 'finding', text };
}

export function unknown(text: string): Seen {
  return { kind: 'unknown', text };
}

/** The last part of an ARN. */
export function idIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

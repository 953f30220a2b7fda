import type { Incident, PendingNotice } from './incident.ts';
import type { Notice } from './notice.ts';

/**
 * Notices that say who has acknowledged and until when. They become untrue when somebody else acknowledges, or when
 * nobody has.
 */
const ofTheAcknowledgement: readonly Notice['kind'][] = [
  'acknowledged',
  'acknowledgedInstead',
  'acknowledgedByOther',
  'joinedBy',
  'updated',
  'ackExpired',
  'reopened',
  'shiftEnds',
  'yoursAgain',
];

/** Receipts for what a responder wrote about their own part. A later message of the same responder replaces them. */
const ofOwnPart: readonly Notice['kind'][] = ['declined', 'undone', 'joined', 'updatedBeside', 'notOnIt'];

/**
 * The notices that are still owed after `by` acknowledged: receipts for what others wrote, answers of the customer, broken
 * promises. The receipt of a helper names the responder who acknowledged last.
 */
export function owedAfterYes({ notices }: Incident, by: string): readonly PendingNotice[] {
  return notices
    .filter(({ notice }) => !ofTheAcknowledgement.includes(notice.kind))
    .filter(({ to, notice }) => to !== by || !ofOwnPart.includes(notice.kind))
    .map(({ to, notice }) => {
      const isHelpers = notice.kind === 'joined' || notice.kind === 'updatedBeside';
      return { to, notice: isHelpers ? { ...notice, by } : notice };
    });
}

/** The notices that are still owed after `by` took back the acknowledgement. */
export function owedAfterUndo(incident: Incident, by: string): readonly PendingNotice[] {
  return owedAfterYes(incident, by).filter(
    ({ notice }) => notice.kind !== 'joined' && notice.kind !== 'updatedBeside',
  );
}

/** The notices that are still owed after the part of one responder changed. Their own notices about that part are untrue. */
export function owedAfterChangeOf({ notices }: Incident, responder: string): readonly PendingNotice[] {
  return notices.filter(
    ({ to, notice }) =>
      to !== responder || !(ofTheAcknowledgement.includes(notice.kind) || ofOwnPart.includes(notice.kind)),
  );
}

/** Whether a notice says that the incident is over. */
export function isOver({ kind }: Notice): boolean {
  return kind === 'over' || kind === 'overByYou';
}

/** The notices that may go out now. */
export function dueNotices({ notices }: Incident): readonly PendingNotice[] {
  return notices.filter(({ notBefore }) => notBefore === undefined);
}

/** The notices that are still owed after the incident was resolved or reopened: management hears of every broken promise. */
export function brokenPromises({ notices }: Incident): readonly PendingNotice[] {
  return notices.filter(({ notice }) => notice.kind === 'promiseBroken');
}

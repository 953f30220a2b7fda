import type { Incident, PendingNotice } from './incident.ts';
import type { Notice } from './notice.ts';

/** Notices that say who has the incident and until when. They are untrue once somebody else acknowledges, or nobody does. */
const ofTheAcknowledgement: readonly Notice['kind'][] = [
  'taken',
  'takenInstead',
  'takenByOther',
  'joinedBy',
  'updated',
  'ackExpired',
  'reopened',
];

/** Receipts for what somebody wrote about their own part. A later word of the same person takes their place. */
const ofOwnPart: readonly Notice['kind'][] = ['declined', 'undone', 'joined', 'updatedBeside', 'notOnIt'];

/**
 * The notices that are still owed after `by` acknowledged: receipts for what others wrote, answers of the customer, broken
 * promises. A helper's receipt names the responder who has the incident now.
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

/** The notices that are still owed once nobody has the incident, because `by` took back a yes. */
export function owedAfterUndo(incident: Incident, by: string): readonly PendingNotice[] {
  return owedAfterYes(incident, by).filter(
    ({ notice }) => notice.kind !== 'joined' && notice.kind !== 'updatedBeside',
  );
}

/** The notices that are still owed after the part of one responder has changed: theirs about that part are untrue. */
export function owedAfterChangeOf({ notices }: Incident, responder: string): readonly PendingNotice[] {
  return notices.filter(
    ({ to, notice }) =>
      to !== responder || !(ofTheAcknowledgement.includes(notice.kind) || ofOwnPart.includes(notice.kind)),
  );
}

/** The notices that are still owed though the incident is over, or open again: management hears of every broken promise. */
export function brokenPromises({ notices }: Incident): readonly PendingNotice[] {
  return notices.filter(({ notice }) => notice.kind === 'promiseBroken');
}

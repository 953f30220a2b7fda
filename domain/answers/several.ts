import type { Incident } from '../incident/incident.ts';
import type { Notice } from '../incident/notice.ts';
import type { Answer, Answered } from './answer.ts';

/** What one text says of all incidents of which the same became by one message. */
export type ReceiptForSeveral = Extract<Notice['kind'], 'severalTaken' | 'severalDeclined' | 'severalOver'>;

/** The receipts that the text about several incidents replaces. */
const replaced: Readonly<Partial<Record<Notice['kind'], ReceiptForSeveral>>> = {
  acknowledged: 'severalTaken',
  acknowledgedInstead: 'severalTaken',
  declined: 'severalDeclined',
  overByYou: 'severalOver',
};

/**
 * Takes the receipt of an answer out of the notices that are owed, where one text will confirm it together with others.
 * An answer that was applied before has the same receipt, so that a message that is handled again confirms all of it.
 */
export function withoutReceipt(
  before: Incident,
  { by, kind }: Pick<Answer, 'by' | 'kind'>,
  answered: Answered,
): { readonly answered: Answered; readonly receipt?: ReceiptForSeveral | undefined } {
  if (answered.kind === 'repeated') return { answered, receipt: standing(before, by, kind) };
  if (answered.kind !== 'changed') return { answered };
  const { notices } = answered.incident;
  const own = notices.find(
    (pending) =>
      pending.to === by && replaced[pending.notice.kind] !== undefined && !before.notices.includes(pending),
  );
  if (own === undefined) return { answered };
  const incident = { ...answered.incident, notices: notices.filter((pending) => pending !== own) };
  return { answered: { kind: 'changed', incident }, receipt: replaced[own.notice.kind] };
}

function standing(
  { status, acknowledgement, ladder }: Incident,
  by: string,
  kind: Answer['kind'],
): ReceiptForSeveral | undefined {
  if (kind === 'yes' && status === 'acknowledged' && acknowledgement?.by === by) return 'severalTaken';
  if (kind === 'no' && ladder.declined.includes(by)) return 'severalDeclined';
  return kind === 'done' && status === 'resolved' ? 'severalOver' : undefined;
}

import type { Incident, PendingNotice } from './incident.ts';
import type { Notice } from './notice.ts';

/** What stays true whoever has the incident: a customer who was not told, and what it has said. */
const lasting: readonly Notice['kind'][] = [
  'promiseBroken',
  'consentGranted',
  'consentRefused',
  'consentExpired',
];

/** What is still to be said though somebody else has the incident now. */
export function lastingNotices({ notices }: Incident): readonly PendingNotice[] {
  return notices.filter(({ notice }) => lasting.includes(notice.kind));
}

/** What is still to be said though it is over, or open again: management hears of every broken promise. */
export function brokenPromises({ notices }: Incident): readonly PendingNotice[] {
  return notices.filter(({ notice }) => notice.kind === 'promiseBroken');
}

import type { ConsentAnswer } from './consent.ts';
import type { Notice } from './notice-text.ts';

/**
 * What the engineer who asked for consent, and those who are on the incident, hear of the answer. It names the action:
 * several may have been asked for, and a yes is about one.
 */
export function consentNotice(
  code: string,
  action: string,
  { kind, who, by = '' }: ConsentAnswer,
): Notice | undefined {
  switch (kind) {
    case 'granted':
    case 'decided':
      return { kind: 'consentGranted', code, by: who ?? by, action };
    case 'refused':
      return { kind: 'consentRefused', code, by: who ?? by, action };
    case 'expired':
      return { kind: 'consentExpired', code, action };
    case 'withdrawn':
      return undefined;
  }
}

import type { EscalationPolicy, Organization, Path, Severity } from './organization.ts';

const highPaths: readonly Path[] = [
  { kind: 'sms', via: 'own', afterSeconds: 0 },
  { kind: 'sms', via: 'other', afterSeconds: 45 },
  { kind: 'call', whom: 'contactCenter', afterSeconds: 60 },
  { kind: 'call', whom: 'responder', afterSeconds: 90 },
  { kind: 'call', whom: 'responder', afterSeconds: 180 },
];

const criticalPaths: readonly Path[] = [
  { kind: 'sms', via: 'own', afterSeconds: 0 },
  { kind: 'sms', via: 'other', afterSeconds: 15 },
  { kind: 'call', whom: 'responder', afterSeconds: 30 },
  { kind: 'call', whom: 'contactCenter', afterSeconds: 60 },
  { kind: 'call', whom: 'responder', afterSeconds: 120 },
];

const high: EscalationPolicy = {
  schemaVersion: 1,
  steps: [
    { roles: ['primary'], answerWithinSeconds: 300, paths: highPaths },
    { roles: ['secondary'], answerWithinSeconds: 300, paths: highPaths },
    { roles: ['management'], answerWithinSeconds: 300, paths: highPaths },
  ],
  roundSeconds: 900,
};

const critical: EscalationPolicy = {
  schemaVersion: 1,
  steps: [
    { roles: ['primary', 'management'], answerWithinSeconds: 180, paths: criticalPaths },
    { roles: ['secondary'], answerWithinSeconds: 180, paths: criticalPaths },
  ],
  roundSeconds: 360,
};

/** The ladders of an organization that does not define its own. */
export const defaultPolicies: Readonly<Record<Severity, EscalationPolicy>> = {
  critical,
  high,
  low: { ...high, heldUntilMorning: { from: '18:00', until: '08:00' } },
};

/** The ladder of a severity: the organization's own, or the default one. */
export function policyFor(organization: Organization, severity: Severity): EscalationPolicy {
  return organization.policies?.[severity] ?? defaultPolicies[severity];
}

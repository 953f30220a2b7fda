import type { Customer, EscalationPolicy, Organization, Path, Severity } from './organization.ts';

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

/** The ladder of what somebody must see to by day, and nobody is called for: one SMS a day to management. */
export const dayPolicy: EscalationPolicy = {
  schemaVersion: 1,
  steps: [
    {
      roles: ['management'],
      answerWithinSeconds: 3_600,
      paths: [{ kind: 'sms', via: 'own', afterSeconds: 0 }],
    },
  ],
  roundSeconds: 86_400,
  heldUntilMorning: { from: '17:00', until: '09:00' },
};

/** The ladder of a severity: the organization's own, or the default one. */
export function policyFor(organization: Organization, severity: Severity): EscalationPolicy {
  return organization.policies?.[severity] ?? defaultPolicies[severity];
}

/** How a customer is told, and by when, as the organization says now. Undefined for an unknown customer. */
export function slaTermsFor(
  organization: Organization,
  customerId: string | undefined,
): SlaTerms | undefined {
  const { customers, slas } = organization;
  if (customerId === undefined || !Object.hasOwn(customers, customerId)) return undefined;
  const customer = customers[customerId];
  if (customer === undefined) return undefined;
  const { sla, telling = 'sms', copies = sla === 'pro' } = customer;
  return { telling, copies, targets: slas?.[sla] ?? defaultTargets[sla] };
}

/** How a customer is told, and by when. An incident keeps the terms that it was opened with. */
export interface SlaTerms {
  /** By SMS to its contacts, or by an operator who reads a text to them. */
  readonly telling: 'sms' | 'operator';
  /** Whether its contacts get a copy of the alarm at once. */
  readonly copies: boolean;
  readonly targets: Targets;
}

/** What the SLA says, in minutes. */
export interface Targets {
  /** From the alarm, or from its end, until the customer is told. */
  readonly tellWithinMinutes: number;
  /** From one update about the repair to the next. */
  readonly updateEveryMinutes: number;
  /** From the alarm to its end. */
  readonly resolveWithinMinutes: number;
}

/** What customers are promised if the organization does not define its own promises. */
export const defaultTargets: Readonly<Record<Customer['sla'], Targets>> = {
  pro: { tellWithinMinutes: 15, updateEveryMinutes: 60, resolveWithinMinutes: 240 },
  standard: { tellWithinMinutes: 30, updateEveryMinutes: 120, resolveWithinMinutes: 480 },
};

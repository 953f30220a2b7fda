import * as z from 'zod/mini';
import { severities } from '../organization/formats.ts';
import {
  cursor,
  cursorOrNull,
  customer,
  person,
  type Shape,
  textOrNull,
  time,
  timeOrNull,
  timeZone,
} from './parts.ts';

/** The states of an incident. */
export const statuses = ['escalating', 'acknowledged', 'held', 'resolved'] as const;

/** The states of an incident that is not over. */
export const openStatuses = ['escalating', 'acknowledged', 'held'] as const;

const speaker = z.object({
  responder: textOrNull.check(z.describe('Null: an operator, who is known by name alone.')),
  name: z.string(),
});

const major = z.object({
  since: time,
  by: speaker,
  assessment: z.nullable(z.object({ words: z.string(), by: speaker, at: time })),
});

const task = z.object({
  id: z.string(),
  about: z.enum(['confirm', 'look', 'tell customer', 'ask consent', 'customer wrote']),
  title: z.string(),
  openedAt: time,
  isAccepted: z.boolean(),
  acceptedBy: textOrNull.check(z.describe('The operator’s name, where it is known.')),
  clock: timeOrNull.check(z.describe('By when the task must have an outcome, or the number is called.')),
});

const promise = z.object({
  id: z.string(),
  about: z.enum(['copy', 'incident', 'repair time', 'solution', 'decision']),
  dueAt: timeOrNull.check(z.describe('Null: its clock has not begun, or it is a copy.')),
  isBroken: z.boolean(),
  keptAt: timeOrNull,
  told: z.array(z.string()).check(z.describe('Who was told.')),
});

const consent = z.object({
  request: z.string().check(z.describe('Such as c1.')),
  action: z.string(),
  by: speaker,
  askedAt: time,
  answer: z
    .enum(['asked, no answer yet', 'granted', 'refused', 'expired', 'withdrawn', 'decided'])
    .check(z.describe('Nothing may be done before it is `granted` or `decided`.')),
  answeredAt: timeOrNull,
  who: textOrNull.check(z.describe('The customer contact who has granted or refused it.')),
  recordedBy: z.nullable(speaker),
  reason: textOrNull.check(z.describe('Why management has decided alone.')),
});

/** An incident as a list shows it. */
export const incident = z.object({
  incidentId: z.string(),
  code: z.string().check(z.describe('How people name the incident.')),
  status: z.enum(statuses),
  severity: z.nullable(z.enum(severities)),
  customer: z.nullable(customer),
  service: textOrNull,
  summary: z.string(),
  openedAt: timeOrNull,
  taken: z
    .nullable(z.extend(person, { until: time }))
    .check(z.describe('Who has acknowledged it, and until when.')),
  saidYes: z.array(person).check(z.describe('Everybody who has said yes.')),
  asked: z
    .array(z.extend(person, { role: z.enum(['primary', 'secondary', 'management', 'colleague']) }))
    .check(z.describe('Who is being asked: by the ladder, or in addition to whoever acknowledged it.')),
  declined: z.array(person).check(z.describe('Who has declined in this round of the ladder.')),
  held: z.nullable(z.object({ reason: z.string(), until: time })),
  resolvedAt: timeOrNull,
  openAgainSince: timeOrNull.check(z.describe('Null: it was opened once.')),
  firedAgain: z.int().check(z.describe('How often its alarm has fired again after an end.')),
  flaps: z
    .boolean()
    .check(z.describe('Its alarm flaps: the incident is over once its source has been quiet for some time.')),
  serious: z
    .nullable(major)
    .check(
      z.describe('Since when it is a major incident, and what management has decided with the customer.'),
    ),
  expectedAt: timeOrNull.check(z.describe('When the repair is expected.')),
  tasks: z.array(task).check(z.describe('What the contact center is asked, and has not done yet.')),
  promises: z.array(promise).check(z.describe('What the customer is told, and by when.')),
  consents: z.array(consent).check(z.describe('For what the customer was asked for consent.')),
});

/** An incident after a request has changed it. */
export const changedIncident = z.extend(incident, { timeZone });

const entry = z.looseObject({ at: time, kind: z.string() });

const nextEvent = z.object({
  at: time,
  kind: z.string().check(z.describe('Such as `sms other` or `acknowledgement runs out`.')),
  words: z.string().check(z.describe('Such as “SMS to An through the other region”.')),
});

/** An incident with all that has happened to it, and with what happens next. */
export const incidentWithTimeline = z.extend(changedIncident, {
  source: z.string(),
  dedupKey: z.string(),
  roster: z.string(),
  details: z.record(z.string(), z.string()).check(z.describe('What the alarm says besides its summary.')),
  links: z
    .array(z.object({ href: z.string(), text: z.optional(z.string()) }))
    .check(z.describe('Addresses that the alarm gives, such as a runbook.')),
  alarms: z
    .object({ count: z.int(), lastAt: timeOrNull, isAtLeast: z.boolean() })
    .check(
      z.describe('How often the alarm has fired since the incident was opened, and when for the last time.'),
    ),
  whatHappensNext: z
    .array(nextEvent)
    .check(
      z.describe(
        'What happens by itself if nobody says anything, earliest first. What is overdue happens now.',
      ),
    ),
  timeline: z
    .array(entry)
    .check(z.describe('What happened, oldest first. What else an entry says depends on its kind.')),
});

/** A page of open incidents. */
export const incidentList = z.object({
  incidents: z.array(incident),
  next: cursorOrNull,
  isComplete: z.boolean().check(z.describe('Whether the cell looked at everything that is open.')),
  timeZone,
});

/** The largest page of a list, and the usual one. */
export const maxListed = 100;
export const usuallyListed = 50;

const wrongLimit = { error: `must be a whole number from 1 to ${maxListed}` };

/** What a list can be asked for. */
export const listQuery = z.strictObject({
  status: z.optional(
    z
      .enum(openStatuses, {
        error: `must be one of ${openStatuses.join(', ')} (a resolved incident is shown by its code or id)`,
      })
      .check(z.describe('Only incidents in this state.')),
  ),
  limit: z._default(
    z.coerce
      .number(wrongLimit)
      .check(z.int(wrongLimit), z.minimum(1, wrongLimit), z.maximum(maxListed, wrongLimit))
      .check(z.describe('At most so many.')),
    usuallyListed,
  ),
  cursor: z.optional(cursor),
});

export type Incident = Shape<typeof incident>;

export type ChangedIncident = Shape<typeof changedIncident>;

export type IncidentWithTimeline = Shape<typeof incidentWithTimeline>;

export type IncidentList = Shape<typeof incidentList>;

export type ListQuery = Shape<typeof listQuery>;

/** Whoever said something: a responder, or an operator by name. */
export type Speaker = Shape<typeof speaker>;

export type TimelineEntry = Shape<typeof entry>;

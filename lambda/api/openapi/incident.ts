import { person, textOrNull, time, timeOrNull } from './parts.ts';

const timeZone = { type: 'string', description: 'The company’s, in which people read times.' } as const;

/** Somebody who has said something: a responder, or an operator by name. */
const speaker = {
  type: 'object',
  properties: { responder: { ...textOrNull, description: 'None: an operator.' }, name: { type: 'string' } },
} as const;

/** What goes on beside the question who has an incident. */
const beside = {
  serious: {
    type: ['object', 'null'],
    description: 'Since when it is a serious incident, and what management and the customer made of it.',
    properties: {
      since: time,
      by: speaker,
      assessment: {
        type: ['object', 'null'],
        properties: { words: { type: 'string' }, by: speaker, at: time },
      },
    },
  },
  expectedAt: { ...timeOrNull, description: 'When it will be mended.' },
  tasks: listOf('What the contact center is asked, and has not done yet.', {
    id: { type: 'string' },
    about: { enum: ['confirm', 'look', 'tell customer', 'ask consent'] },
    title: { type: 'string' },
    openedAt: time,
    isAccepted: { type: 'boolean' },
    acceptedBy: { ...textOrNull, description: 'The operator’s name, where that is known.' },
    clock: { ...timeOrNull, description: 'By when something must come of it, or the number is called.' },
  }),
  promises: listOf('What its customer is told, and by when.', {
    id: { type: 'string' },
    about: { enum: ['copy', 'incident', 'repair time', 'solution', 'decision'] },
    dueAt: timeOrNull,
    isBroken: { type: 'boolean' },
    keptAt: timeOrNull,
    told: { type: 'array', items: { type: 'string' } },
  }),
  consents: listOf('For what its customer was asked for consent.', {
    request: { type: 'string', description: 'c1' },
    action: { type: 'string' },
    by: speaker,
    askedAt: time,
    answer: { enum: ['no consent', 'granted', 'refused', 'expired', 'withdrawn', 'decided'] },
    answeredAt: timeOrNull,
    who: { ...textOrNull, description: 'The customer contact who has granted or refused it.' },
    recordedBy: { ...speaker, type: ['object', 'null'] },
    reason: { ...textOrNull, description: 'Why management has decided alone.' },
  }),
} as const;

export const incidentSchemas = {
  Incident: {
    type: 'object',
    properties: {
      incidentId: { type: 'string' },
      code: { type: 'string' },
      status: { enum: ['escalating', 'acknowledged', 'held', 'resolved'] },
      severity: { enum: ['critical', 'high', 'low', null] },
      customer: {
        type: ['object', 'null'],
        properties: { id: { type: 'string' }, name: { type: 'string' } },
      },
      service: textOrNull,
      summary: { type: 'string' },
      openedAt: timeOrNull,
      taken: {
        type: ['object', 'null'],
        description: 'Who has it, until when.',
        properties: { ...person, until: time },
      },
      saidYes: listOf('Everybody who has said yes.', person),
      asked: listOf('Who is being asked: for it, or beside the one who has it.', {
        ...person,
        role: { enum: ['primary', 'secondary', 'management', 'colleague'] },
      }),
      held: { type: ['object', 'null'], properties: { reason: { type: 'string' }, until: time } },
      resolvedAt: timeOrNull,
      ...beside,
      timeZone,
    },
  },
  IncidentList: {
    type: 'object',
    properties: {
      incidents: { type: 'array', items: { $ref: '#/components/schemas/Incident' } },
      next: { ...textOrNull, description: 'The `cursor` of the next page.' },
      isComplete: { type: 'boolean', description: 'Whether all that is open was looked at.' },
      timeZone,
    },
  },
  IncidentWithTimeline: {
    allOf: [{ $ref: '#/components/schemas/Incident' }],
    properties: {
      source: { type: 'string' },
      dedupKey: { type: 'string' },
      roster: { type: 'string' },
      timeline: listOf('What happened, oldest first.', { at: time, kind: { type: 'string' } }),
    },
  },
} as const;

function listOf(description: string, properties: Readonly<Record<string, unknown>>) {
  return { type: 'array', description, items: { type: 'object', properties } } as const;
}

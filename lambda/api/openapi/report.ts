import { answerOf, person, queryParameter, refusals, signed, textOrNull, time } from './parts.ts';

export const reportPaths = {
  '/v1/report': {
    get: {
      summary: 'The figures of the incidents that were opened in a month, also of those that are not over',
      security: signed(),
      parameters: [
        queryParameter('month', { type: 'string' }, 'Such as 2026-11. Default: the last one that is over.'),
        queryParameter('cursor', { type: 'string' }, 'The `next` of the answer before.'),
      ],
      responses: { 200: answerOf('MonthFigures', 'A page of them.'), ...refusals(400) },
    },
  },
} as const;

const count = { type: 'integer', minimum: 0 } as const;
const seconds = { type: ['integer', 'null'], minimum: 0 } as const;
const named = { id: { type: 'string' }, name: { type: 'string' } } as const;

const personFigures = {
  responder: person.responder,
  pages: { ...count, description: 'SMS and calls.' },
  nights: {
    type: 'array',
    description: 'Those from 22:00 to 06:00 with a page, by the day on which each began.',
    items: { type: 'string', format: 'date' },
  },
  hasTaken: { type: 'boolean' },
} as const;

export const reportSchemas = {
  MonthFigures: {
    type: 'object',
    properties: {
      month: { type: 'string' },
      from: time,
      until: time,
      isOver: { type: 'boolean', description: 'Whether the month is.' },
      timeZone: { type: 'string', description: 'The company’s: in it months and nights begin.' },
      incidents: {
        type: 'array',
        description: 'One that ends between two pages may come twice: the later one counts.',
        items: {
          type: 'object',
          properties: {
            incidentId: { type: 'string' },
            code: { type: 'string' },
            customer: { type: ['object', 'null'], properties: named },
            severity: { enum: ['critical', 'high', 'low'] },
            responseSeconds: { ...seconds, description: 'Until somebody took it. None: nobody has.' },
            resolutionSeconds: { ...seconds, description: 'None: it is open.' },
            promisesKept: count,
            promisesBroken: count,
            targetsMissed: count,
            people: { type: 'array', items: { type: 'object', properties: personFigures } },
          },
        },
      },
      customers: { type: 'array', items: { type: 'object', properties: named } },
      onCall: {
        type: 'array',
        description: 'How long each responder was on call until now, by the rosters as they are.',
        items: { type: 'object', properties: { ...person, hours: { type: 'number' } } },
      },
      next: { ...textOrNull, description: 'The `cursor` of the next page.' },
      isComplete: { type: 'boolean', description: 'Whether all that is open was looked at.' },
    },
  },
} as const;

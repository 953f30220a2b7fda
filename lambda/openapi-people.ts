const refusalWords: Readonly<Record<number, string>> = {
  400: 'Not understood: the detail says what is allowed.',
  403: 'Not signed, or by somebody who may not.',
  404: 'There is no such incident or roster.',
  409: 'The incident is resolved already.',
  503: 'Not answered: try again, here or at the other cell.',
};

const person = {
  responder: { type: 'string', description: 'The id of a responder.' },
  name: { type: 'string' },
} as const;
const time = { type: 'string', format: 'date-time' } as const;
const timeZone = { type: 'string', description: 'The company’s, in which people read times.' } as const;

/** What people and their tools may ask for: signed by AWS Signature Version 4, for the service `execute-api`. */
export const peoplePaths = {
  '/v1/incidents': {
    get: {
      summary: 'The open incidents, newest first',
      security: signed(),
      parameters: [
        queryParameter('status', { enum: ['escalating', 'acknowledged', 'held'] }, 'Only those.'),
        queryParameter(
          'limit',
          { type: 'integer', minimum: 1, maximum: 100, default: 50 },
          'At most so many.',
        ),
        queryParameter('cursor', { type: 'string' }, 'The `next` of the answer before.'),
      ],
      responses: { 200: answerOf('IncidentList', 'A page of them.'), ...refusals(400) },
    },
  },
  '/v1/incidents/{id}': {
    parameters: [incidentName()],
    get: {
      summary: 'An incident with its whole timeline, also one that is over',
      security: signed(),
      responses: { 200: answerOf('IncidentWithTimeline', 'It.'), ...refusals(404) },
    },
  },
  '/v1/incidents/{id}/acknowledge': action('Take an incident for a time', {
    minutes: { type: 'integer', minimum: 1, maximum: 720, description: 'Default: by its severity.' },
  }),
  '/v1/incidents/{id}/decline': action('Say no: the next one is asked at once', {}),
  '/v1/incidents/{id}/resolve': action('End an incident', {
    note: { type: 'string', maxLength: 1000, description: 'What was wrong, and what was done.' },
  }),
  '/v1/on-call': {
    get: {
      summary: 'Who is on call',
      security: signed(),
      parameters: [
        queryParameter('at', time, 'Default: now.'),
        queryParameter('roster', { type: 'string' }, 'Default: all of them.'),
      ],
      responses: { 200: answerOf('OnCall', 'For each roster.'), ...refusals(400, 404) },
    },
  },
} as const;

export const peopleSchemas = {
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
      service: { type: ['string', 'null'] },
      summary: { type: 'string' },
      openedAt: { ...time, type: ['string', 'null'] },
      taken: {
        type: ['object', 'null'],
        description: 'Who has it, until when.',
        properties: { ...person, until: time },
      },
      asked: {
        type: 'array',
        description: 'Who is being asked for it.',
        items: { type: 'object', properties: { ...person, role: { type: 'string' } } },
      },
      held: { type: ['object', 'null'], properties: { reason: { type: 'string' }, until: time } },
      resolvedAt: { ...time, type: ['string', 'null'] },
      timeZone,
    },
  },
  IncidentList: {
    type: 'object',
    properties: {
      incidents: { type: 'array', items: { $ref: '#/components/schemas/Incident' } },
      next: { type: ['string', 'null'], description: 'The `cursor` of the next page.' },
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
      timeline: {
        type: 'array',
        description: 'What happened, oldest first.',
        items: {
          type: 'object',
          required: ['at', 'kind'],
          properties: { at: time, kind: { type: 'string' } },
        },
      },
    },
  },
  OnCall: {
    type: 'object',
    properties: {
      at: time,
      timeZone,
      rosters: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            roster: { type: 'string' },
            primary: { type: ['object', 'null'], properties: person },
            secondary: { type: ['object', 'null'], properties: person },
            management: { type: ['object', 'null'], properties: person },
            until: { ...time, description: 'The next handover of any of them.' },
          },
        },
      },
    },
  },
} as const;

function action(summary: string, properties: Readonly<Record<string, unknown>>) {
  const by = { type: 'string', description: 'The responder who says so: only a person takes an incident.' };
  const path = { enum: ['board', 'command line'], default: 'command line' };
  const schema = {
    type: 'object',
    required: ['by'],
    properties: { by, ...properties, path },
    additionalProperties: false,
  };
  const idempotencyKey = {
    name: 'Idempotency-Key',
    in: 'header',
    schema: { type: 'string', maxLength: 100 },
    description: 'The same request, sent again here or to the other cell, counts once.',
  };
  return {
    parameters: [incidentName(), idempotencyKey],
    post: {
      summary,
      security: signed(),
      requestBody: { required: true, content: { 'application/json': { schema } } },
      responses: { 200: answerOf('Incident', 'As it is now.'), ...refusals(400, 404, 409) },
    },
  } as const;
}

function incidentName() {
  const description = 'Its code, such as A7K, or its id.';
  return { name: 'id', in: 'path', required: true, schema: { type: 'string' }, description } as const;
}

function queryParameter(name: string, schema: unknown, description: string) {
  return { name, in: 'query', schema, description } as const;
}

function signed() {
  return [{ awsSignature: [] }];
}

function answerOf(schema: string, description: string) {
  return {
    description,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
  };
}

function refusals(...statuses: readonly number[]) {
  const schema = { $ref: '#/components/schemas/Problem' };
  const content = { 'application/problem+json': { schema } };
  return Object.fromEntries(
    [...statuses, 403, 503].map((status) => [status, { description: refusalWords[status], content }]),
  );
}

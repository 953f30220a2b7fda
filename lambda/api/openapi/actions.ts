import { answerOf, incidentName, refusals, signed } from './parts.ts';

const minutes = { type: 'integer', minimum: 1, maximum: 720 } as const;
const words = { type: 'string', minLength: 3, maxLength: 1000 } as const;
const name = { type: 'string', minLength: 1, maxLength: 100 } as const;

/** What people say about an incident: `action-bodies.ts` reads it. */
export const actionPaths = {
  '/v1/incidents/{id}/acknowledge': action('Take an incident for a time', {
    minutes: { ...minutes, description: 'Default: by its severity.' },
  }),
  '/v1/incidents/{id}/decline': action('Say no: the next one is asked at once', {}),
  '/v1/incidents/{id}/resolve': action('End an incident', {
    note: { type: 'string', maxLength: 1000, description: 'What was wrong, and what was done.' },
  }),
  '/v1/incidents/{id}/update': action(
    'Say how long it will still take: it is taken until then, and the customer hears it',
    { minutes },
    ['minutes'],
  ),
  '/v1/incidents/{id}/escalate': action('Ask somebody else as well, whoever has it', {
    whom: {
      ...name,
      default: 'management',
      description: 'management, a responder, or a roster whose primary is asked.',
    },
  }),
  '/v1/incidents/{id}/serious': action('Make it a serious incident: management and both engineers are in', {
    serious: { type: 'boolean', default: true, description: 'false: it is none any more.' },
  }),
  '/v1/incidents/{id}/assess': action('Record what management and the customer have decided', { words }, [
    'words',
  ]),
  '/v1/incidents/{id}/consent': action(
    'Ask the customer for consent to a drastic action, with `action` alone; or record what came of a request, with `request` and `answer`',
    {
      action: { ...words, maxLength: 70, description: 'What is to be done: the customer reads it by SMS.' },
      request: { ...name, description: 'Which request: c1.' },
      answer: {
        enum: ['granted', 'refused', 'withdrawn', 'decided'],
        description:
          'decided: by management alone, who must be on call, once an operator has reached nobody there or 15 minutes after it was asked.',
      },
      who: { ...name, description: 'The customer contact who has granted or refused it: needed then.' },
      reason: { ...words, description: 'Why management decides without the customer: needed then.' },
    },
  ),
} as const;

function action(
  summary: string,
  properties: Readonly<Record<string, unknown>>,
  required: readonly string[] = [],
) {
  const by = { type: 'string', description: 'The responder who says so: only a person takes an incident.' };
  const path = { enum: ['board', 'command line'], default: 'command line' };
  const schema = {
    type: 'object',
    required: ['by', ...required],
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

const token = {
  name: 'token',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description: 'What a signed link carries: it opens one task, or the operators’ board.',
} as const;

const page = { 'text/html': { schema: { type: 'string' } } } as const;

const refusals = {
  403: { description: 'The link is altered, or not ours.', content: page },
  410: { description: 'The link has expired, or its task is over and forgotten.', content: page },
  503: { description: 'Not answered: try again, here or at the other cell.', content: page },
} as const;

const problem = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
} as const;

/** What signed links open in a browser, and how to get one. */
export const screenPaths = {
  '/v1/board-link': {
    post: {
      summary: 'A link to the operators’ board of this cell, which shows what operators are asked in both',
      description: 'Whoever has it can open the board, and say there what came of a task.',
      security: [{ awsSignature: [] }],
      responses: {
        200: {
          description: 'It.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/BoardLink' } } },
        },
        403: { description: 'Not signed, or by somebody who may not.', content: problem },
        503: { description: 'Not answered: try again, here or at the other cell.', content: problem },
      },
    },
  },
  '/s/{token}': {
    parameters: [token],
    get: {
      summary: 'The screen of a task, or the operators’ board; opening it changes nothing',
      responses: {
        200: { description: 'It, in the contact center’s language.', content: page },
        ...refusals,
      },
    },
    post: {
      summary: 'What an operator has pressed there',
      requestBody: {
        required: true,
        content: { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } },
      },
      responses: {
        303: { description: 'Stored; the screen shows what came of it.' },
        400: { description: 'Not what a form of a screen sends.', content: page },
        422: { description: 'A name is missing, and asked for.', content: page },
        ...refusals,
      },
    },
  },
} as const;

export const screenSchemas = {
  BoardLink: {
    type: 'object',
    properties: {
      url: { type: 'string', format: 'uri' },
      until: { type: 'string', format: 'date-time' },
      timeZone: { type: 'string', description: 'The company’s, in which people read times.' },
    },
  },
} as const;

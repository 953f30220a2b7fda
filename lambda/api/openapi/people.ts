import { actionPaths } from './actions.ts';
import { incidentSchemas } from './incident.ts';
import { answerOf, incidentName, person, queryParameter, refusals, signed, time } from './parts.ts';
import { reportPaths, reportSchemas } from './report.ts';

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
  ...actionPaths,
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
  ...reportPaths,
} as const;

export const peopleSchemas = {
  ...incidentSchemas,
  OnCall: {
    type: 'object',
    properties: {
      at: time,
      timeZone: { type: 'string', description: 'The company’s, in which people read times.' },
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
  ...reportSchemas,
} as const;

import { peoplePaths, peopleSchemas } from './people.ts';
import { screenPaths, screenSchemas } from './screens.ts';

/** The public API of a cell as OpenAPI 3.1: what this version answers to. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Permanence',
    version: '1',
    description:
      'Takes in alarms, and makes sure that a person answers. A 2xx means: paged until a person takes it.',
  },
  paths: {
    '/v1/alarms': {
      post: {
        summary: 'Send an alarm',
        security: [{ integrationKey: [] }],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Alarm' } } },
        },
        responses: {
          202: {
            description: 'Stored, and being paged. Warnings name what was wrong with the alarm.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Accepted' } } },
          },
          401: { description: 'The key is not known.', ...problemContent() },
          503: { description: 'Not stored: send it again, here or to the other cell.', ...problemContent() },
        },
      },
    },
    ...peoplePaths,
    ...screenPaths,
    '/v1/integrations/cloudwatch/{key}': {
      post: {
        summary: 'What SNS posts for the alarms of CloudWatch: subscribe this URL to a topic by HTTPS',
        parameters: [
          {
            name: 'key',
            in: 'path',
            required: true,
            schema: { type: 'string' },
            description: 'The key of an integration whose cloudwatch.topics the topic is among.',
          },
        ],
        requestBody: {
          required: true,
          description: 'A message of SNS: SubscriptionConfirmation, Notification or UnsubscribeConfirmation.',
          content: { 'text/plain': { schema: { type: 'string' } } },
        },
        responses: {
          200: {
            description: 'The subscription is confirmed; or the change is none that anybody need hear of.',
          },
          202: {
            description: 'Stored, and being paged. What is no alarm of CloudWatch is paged as unreadable.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Accepted' } } },
          },
          401: { description: 'The key is not known.', ...problemContent() },
          403: { description: 'Another topic, or SNS did not sign it.', ...problemContent() },
          503: { description: 'Not stored, or not to be checked now: send it again.', ...problemContent() },
        },
      },
    },
    '/v1/health': {
      get: { summary: 'Whether the cell answers', responses: { 200: { description: 'It does.' } } },
    },
    '/v1/openapi.json': {
      get: { summary: 'This document', responses: { 200: { description: 'OpenAPI 3.1' } } },
    },
  },
  components: {
    securitySchemes: {
      integrationKey: { type: 'http', scheme: 'bearer' },
      awsSignature: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'awsSigv4',
      },
    },
    schemas: {
      Alarm: {
        type: 'object',
        required: ['dedupKey', 'service', 'summary'],
        properties: {
          dedupKey: { type: 'string', description: 'Alarms with the same key are one incident.' },
          service: { type: 'string', description: 'The name of a service of the organization.' },
          summary: { type: 'string', description: 'What is wrong, in a few words.' },
          severity: { enum: ['critical', 'high', 'low'] },
          state: { enum: ['firing', 'resolved'], default: 'firing' },
          occurredAt: { type: 'string', format: 'date-time', description: 'Default: when it came in.' },
          details: { type: 'object' },
          links: { type: 'array', items: { type: 'string' } },
        },
      },
      Accepted: {
        type: 'object',
        properties: {
          incidentId: { type: ['string', 'null'] },
          code: { type: ['string', 'null'], description: 'How people name the incident.' },
          status: { enum: ['escalating', 'acknowledged', 'held', 'resolved'] },
          warnings: {
            type: 'array',
            items: { type: 'object', properties: { place: { type: 'string' }, message: { type: 'string' } } },
          },
        },
      },
      ...peopleSchemas,
      ...screenSchemas,
      Problem: {
        type: 'object',
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
        },
      },
    },
  },
} as const;

function problemContent() {
  return {
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  } as const;
}

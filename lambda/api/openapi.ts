import * as z from 'zod/mini';
import { accepted, nativeAlarm } from '../../domain/api/alarm.ts';
import { boardLink, problem } from '../../domain/api/answers.ts';
import { changedIncident, incident, incidentList, incidentWithTimeline } from '../../domain/api/incident.ts';
import { onCall } from '../../domain/api/on-call.ts';
import type { Content, Operation } from '../../domain/api/operation.ts';
import { operations } from '../../domain/api/operations.ts';
import { monthFigures } from '../../domain/api/report.ts';
import { type Caller, type Route, routes } from '../../domain/api/routes.ts';

type Json = Readonly<Record<string, unknown>>;

/** The shapes that have a name in the document. All others stand where they are used. */
const named = {
  Alarm: nativeAlarm,
  Accepted: accepted,
  Incident: incident,
  ChangedIncident: changedIncident,
  IncidentList: incidentList,
  IncidentWithTimeline: incidentWithTimeline,
  OnCall: onCall,
  MonthFigures: monthFigures,
  BoardLink: boardLink,
  Problem: problem,
};

/** Describes the public API of a cell as OpenAPI 3.1, from the routes and from the shapes of what they take and answer. */
export function openApi(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    const route = routeOf(name);
    const method = route.method.toLowerCase();
    paths[route.path] = { ...paths[route.path], [method]: described(name, route, operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Permanence',
      version: '1',
      description:
        'Takes in alarms, and makes sure that a person answers. A 2xx means: paged until a person acknowledges it.',
    },
    paths,
    components: { securitySchemes, schemas: namedSchemas() },
  };
}

function routeOf(name: string): Route {
  const [, route] = Object.entries<Route>(routes).find(([each]) => each === name) ?? [];
  if (route === undefined) throw new Error(`the operation ${name} has no route`);
  return route;
}

function described(operationId: string, route: Route, operation: Operation): Json {
  const { summary, description, body, answers, refusals, refusedBy } = operation;
  const parameters = [...pathParameters(route), ...queryParameters(operation), ...headers(operation)];
  const refusal = refusedBy === 'page' ? contentOf({ type: 'page' }) : problemContent;
  const refused = Object.entries(refusals).map(([status, why]) => [
    status,
    { description: why, ...(route.method === 'HEAD' ? {} : { content: refusal }) },
  ]);
  const done = Object.entries(answers).map(([status, { description: what, content }]) => [
    status,
    { description: what, ...(content === undefined ? {} : { content: contentOf(content) }) },
  ]);
  return {
    ...{ operationId, summary, ...(description === undefined ? {} : { description }) },
    ...security(route.caller),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: requestBody(body) }),
    responses: Object.fromEntries([...done, ...refused]),
  };
}

const securitySchemes = {
  integrationKey: { type: 'http', scheme: 'bearer' },
  awsSignature: {
    ...{ type: 'apiKey', name: 'Authorization', in: 'header' },
    'x-amazon-apigateway-authtype': 'awsSigv4',
  },
};

/** OpenAPI has no scheme for a key or a link in the path. */
function security(caller: Caller): Json {
  if (caller === 'bearer key') return { security: [{ integrationKey: [] }] };
  return caller === 'AWS signature' ? { security: [{ awsSignature: [] }] } : {};
}

const inPath: Readonly<Record<string, string>> = {
  id: 'Its code, such as A7K, or its id.',
  key: 'The key of an integration whose cloudwatch.topics the topic is among.',
  token: 'What a signed link carries: it opens one task, or the operators’ board.',
};

function pathParameters({ path }: Route): readonly Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true },
    ...{ schema: { type: 'string' }, description: inPath[name] },
  }));
}

function queryParameters({ query }: Operation): readonly Json[] {
  if (query === undefined) return [];
  return Object.entries(schemaOf(query).properties ?? {}).map(([name, schema]) => {
    const { description, ...rest } = schema as Json;
    return { name, in: 'query', schema: rest, description };
  });
}

function headers({ isIdempotent }: Operation): readonly Json[] {
  if (isIdempotent === undefined) return [];
  const description = 'The same request, sent again here or to the other cell, counts once.';
  const schema = { type: 'string', maxLength: 100 };
  return [{ name: 'Idempotency-Key', in: 'header', schema, description }];
}

function requestBody(body: NonNullable<Operation['body']>): Json {
  const { description } = body;
  return { required: true, ...(description === undefined ? {} : { description }), content: contentOf(body) };
}

function contentOf(content: Content): Json {
  switch (content.type) {
    case 'json': {
      const [name] = Object.entries(named).find(([, schema]) => schema === content.schema) ?? [];
      const schema = name === undefined ? schemaOf(content.schema) : { $ref: refTo(name) };
      return { 'application/json': { schema, example: content.example } };
    }
    case 'openapi':
      return { 'application/json': { schema: { type: 'object' } } };
    case 'page':
      return { 'text/html': { schema: { type: 'string' } } };
    case 'text':
      return { 'text/plain': { schema: { type: 'string' } } };
    case 'form':
      return { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } };
  }
}

function refTo(name: string): string {
  return `#/components/schemas/${name}`;
}

const problemContent = { 'application/problem+json': { schema: { $ref: refTo('Problem') } } };

/** `input`: a caller may leave out a member that has a default. */
const written = {
  io: 'input',
  override({ jsonSchema }) {
    // The `format` is enough; zod adds a pattern that would fill a screen.
    if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    // Every integer has these bounds in JSON.
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  },
} as const satisfies z.core.ToJSONSchemaParams;

function schemaOf(schema: z.core.$ZodType): z.core.JSONSchema.BaseSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, written);
  return rest;
}

function namedSchemas(): Json {
  const registry = z.registry<{ readonly id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { ...written, uri: refTo });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
  );
}

import { describe, expect, test } from '@jest/globals';
import { openApi } from '../../../lambda/api/openapi.ts';

const document = JSON.parse(JSON.stringify(openApi()));

/** Every object in the document. */
function objectsIn(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

describe('the OpenAPI document', () => {
  test('refers only to schemas that it holds', () => {
    const names = objectsIn(document).flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);

    expect(new Set(names)).toEqual(new Set(known));
  });

  test('says of a body what is allowed: whole numbers, limits, defaults, and nothing else', () => {
    const { schema } =
      document.paths['/v1/incidents/{id}/acknowledge'].post.requestBody.content['application/json'];

    expect(schema).toMatchObject({
      type: 'object',
      required: ['by'],
      additionalProperties: false,
      properties: {
        minutes: { type: 'integer', minimum: 1, maximum: 720 },
        path: { enum: ['board', 'command line'], default: 'command line' },
      },
    });
  });

  test('says of a list what it can be asked for', () => {
    expect(document.paths['/v1/incidents'].get.parameters).toEqual([
      expect.objectContaining({
        name: 'status',
        in: 'query',
        schema: expect.objectContaining({ type: 'string' }),
      }),
      expect.objectContaining({
        name: 'limit',
        schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
      }),
      expect.objectContaining({ name: 'cursor', schema: { type: 'string' } }),
    ]);
  });

  test('says who may ask: by signature, by key, or anybody', () => {
    const securityOf = (path: string, method: string) => document.paths[path][method].security;

    expect(securityOf('/v1/incidents', 'get')).toEqual([{ awsSignature: [] }]);
    expect(securityOf('/v1/alarms', 'post')).toEqual([{ integrationKey: [] }]);
    expect(securityOf('/v1/health', 'get')).toBeUndefined();
  });

  test('has an example of everything that is JSON and has a schema of its own', () => {
    const contents = objectsIn(document.paths).flatMap((each) =>
      'application/json' in each ? [each['application/json'] as Record<string, unknown>] : [],
    );

    expect(contents.filter(({ example }) => example === undefined)).toEqual([{ schema: { type: 'object' } }]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { organizationJsonSchema } from '../../../domain/organization/schema.ts';

describe('the published JSON Schema', () => {
  test('is the one that validates: npx tsx cli/documents/organization-schema.ts writes it', () => {
    const published = readFileSync(join(process.cwd(), 'docs/organization.schema.json'), 'utf8');

    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(organizationJsonSchema())));
  });

  test('describes everything that has a name of its own', () => {
    const { $defs = {} } = organizationJsonSchema();

    expect(Object.keys($defs)).toEqual(
      expect.arrayContaining(['Responder', 'Roster', 'Rotation', 'Customer', 'Service']),
    );
    expect(Object.entries($defs).filter(([, { description }]) => description === undefined)).toEqual([]);
  });
});

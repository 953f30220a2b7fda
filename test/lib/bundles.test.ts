import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { anOrganization, resourcesOf, synthesizeAnew } from './synthesized.ts';

const { app, cellA, cellB } = synthesizeAnew({ bundling: true });

function bundleOf(name: string, cell = cellA): string {
  const found = resourcesOf(cell, 'AWS::Lambda::Function').find(
    ([, { Properties }]) => Properties['FunctionName'] === name,
  );
  const code = found?.[1].Properties['Code'] as { readonly S3Key: string } | undefined;
  return join(app.outdir, `asset.${code?.S3Key.replace('.zip', '')}`);
}

const names = [
  'permanence-intake',
  'permanence-step',
  'permanence-answer',
  'permanence-call-answer',
  'permanence-guardian',
  'permanence-people',
  'permanence-screen',
];

/** Kilobytes that a cold start may have to read. More is no failure of the product, but a decision to be made. */
const largest = 700;

/** Those who call people hold Amazon Connect's client: it knows all operations of its service, and is not to be had without. */
const callers = ['permanence-step', 'permanence-guardian'];
const connectClient = 240;

/** Those who read what people write hold the words of four languages. */
const readers = ['permanence-answer', 'permanence-guardian'];
const wordsOfReplies = 150;

/** The functions that send SMS. The intake leaves the client out: a cold start delays each alarm that waits for it. */
const sendersOfSms = ['permanence-step', 'permanence-answer', 'permanence-guardian'];

/** Tells a module's name from other words in quotes after a "from". */
const isPackage = /^@?[a-z][\w./-]*$/;

describe.each(names)('the bundle of %s', (name) => {
  const code = readFileSync(join(bundleOf(name), 'index.mjs'), 'utf8');

  test('is one module and the organization', () => {
    expect(readdirSync(bundleOf(name)).toSorted()).toEqual(['index.mjs', 'organization.json']);
    expect(readFileSync(join(bundleOf(name), 'organization.json'), 'utf8')).toBe(anOrganization.json);
  });

  test('holds the AWS SDK, and asks for nothing but what Node has', () => {
    const asked = [...code.matchAll(/(?:\bfrom|\bimport\(?)\s*["'](?<module>[^"']+)["']/g)].map(
      ({ groups }) => groups?.['module'] ?? '',
    );

    expect(asked.filter((module) => isPackage.test(module) && !isBuiltin(module))).toEqual([]);
    expect(code).toContain('DynamoDB_20120810');
  });

  test('leaves out the credential providers that Lambda never uses', () => {
    expect(code).toContain('this bundle knows no other place for them');
    expect(code).not.toContain('AWSSSOPortalService');
  });

  test('is small enough to start soon', () => {
    const client = callers.includes(name) ? connectClient : 0;
    const words = readers.includes(name) ? wordsOfReplies : 0;

    expect(code.length / 1000).toBeLessThan(largest + client + words);
  });

  test('holds Amazon Connect’s client only if it calls people', () => {
    expect(code.includes('/contact/outbound-voice')).toBe(callers.includes(name));
  });

  test('holds the words of replies only if it reads what people write', () => {
    expect(code.includes('wieder in ordnung')).toBe(readers.includes(name));
  });

  test('holds the client of Amazon SNS only if it sends SMS', () => {
    expect(code.includes('AWS.SNS.SMS.SMSType')).toBe(sendersOfSms.includes(name));
  });

  test('is built once for both cells', () => {
    expect(bundleOf(name, cellB)).toBe(bundleOf(name));
  });
});

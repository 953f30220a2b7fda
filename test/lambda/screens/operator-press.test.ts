import { describe, expect, test } from '@jest/globals';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import {
  readPress,
  rememberedName,
  rememberingName,
  reportOf,
} from '../../../lambda/screens/operator-press.ts';
import { exampleOrganization } from '../../domain/example-organization.ts';

const organization = exampleOrganization();
const services = organization.services.map(({ name }) => name);

const incidentId = `${'0'.repeat(32)}-1`;
const task = { key: '0'.repeat(32), generation: 1, task: 't1' };
const whole = { form: '1795399800000-form-0001', press: `confirmed ${incidentId}/t1`, by: 'Kim' };

function sent(fields: Readonly<Record<string, string>>, cookie?: string): APIGatewayProxyEvent {
  const headers = cookie === undefined ? {} : { Cookie: cookie };
  const body = new URLSearchParams(fields).toString();
  return { headers, body, isBase64Encoded: false } as unknown as APIGatewayProxyEvent;
}

/** The press that a form comes to; throws for one that is none. */
function pressOf(fields: Readonly<Record<string, string>>, cookie?: string) {
  const read = readPress(sent({ ...whole, ...fields }, cookie), services);
  if (read.kind !== 'press') throw new Error(read.kind);
  return read.press;
}

describe('a press', () => {
  test('is about each of its tasks', () => {
    const press = pressOf({ press: `not reached ${incidentId}/t1 ${incidentId}/t12`, note: ' no\n answer ' });

    expect(press.tasks).toEqual([task, { ...task, task: 't12' }]);
    expect(reportOf(press, task, organization)).toEqual({
      ...{ kind: 'not reached', task: 't1', by: 'Kim', note: 'no answer' },
      id: 'screen 1795399800000-form-0001/t1/not reached',
      shownAt: 1_795_399_800_000,
    });
  });

  test.each(['granted', 'refused'])('needs the name of the customer contact: %s', (word) => {
    const press = `${word} ${incidentId}/t1`;

    expect(readPress(sent({ ...whole, press }), services)).toMatchObject({
      kind: 'lacking',
      lacking: ['who'],
    });
    expect(reportOf(pressOf({ press, who: 'Joris' }), task, organization)).toMatchObject({
      kind: word,
      who: 'Joris',
    });
  });

  test('names everything that is missing at once', () => {
    const press = `granted ${incidentId}/t1`;

    expect(readPress(sent({ ...whole, press, by: ' \t' }), services)).toMatchObject({
      lacking: ['by', 'who'],
    });
  });

  test('that says whose an incident is names one of our services', () => {
    const press = `assigned ${incidentId}/t1`;
    const [name = ''] = services;

    expect(readPress(sent({ ...whole, press, service: 'no-such' }), services)).toMatchObject({
      ...{ kind: 'lacking', lacking: ['service'] },
    });
    expect(reportOf(pressOf({ press, service: ` ${name} ` }), task, organization)).toMatchObject({
      ...{ kind: 'assigned', route: { service: name, known: true } },
    });
  });

  test.each([
    ['no task', { press: 'confirmed' }],
    ['another word', { press: `resolved ${incidentId}/t1` }],
    ['no incident’s id', { press: 'confirmed A7K/t1' }],
    ['one bad name among good ones', { press: `confirmed ${incidentId}/t1 x` }],
    ['no form', { form: '' }],
    ['a strange form', { form: '<b>12345678</b>' }],
    ['a form of no time', { form: 'form-0001' }],
    ['too much', { note: 'x'.repeat(70_000) }],
  ])('is malformed with %s', (_what, fields) => {
    expect(readPress(sent({ ...whole, ...fields }), services)).toEqual({ kind: 'malformed' });
  });
});

describe('an operator’s name', () => {
  test('is remembered by the browser, whatever letters it has', () => {
    const { 'set-cookie': cookie = '' } = rememberingName('Zoë; Path=/x, "Ö"');

    expect(cookie).toMatch(/^operator=[\w%.~-]+; Path=\/; Max-Age=31536000; SameSite=Strict$/);
    expect(rememberedName(sent({}, `a=b; ${cookie.split(';')[0]}`))).toBe('Zoë; Path=/x, "Ö"');
  });

  test('is the remembered one where none is given', () => {
    expect(pressOf({ by: '' }, 'operator=Lou').by).toBe('Lou');
  });

  test('is one line of forty characters at most', () => {
    expect(pressOf({ by: `Kim\u0000\r\n${'x'.repeat(100)}` }).by).toBe(`Kim ${'x'.repeat(36)}`);
  });

  test('is empty when the cookie was written by somebody else', () => {
    expect(rememberedName(sent({}, 'operator=%E0%A4%A'))).toBe('');
  });
});

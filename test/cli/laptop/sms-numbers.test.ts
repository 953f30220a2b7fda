import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { orderedNumbers } from '../../../cli/laptop/sms-numbers.ts';
import { theAssembly } from '../../scenarios/the-assembly.ts';

const region = 'eu-central-1';
const topicName = 'permanence-replies';
const sharedWith = ['sns.amazonaws.com'];

let directory: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'permanence-numbers-'));
  cpSync(await theAssembly(), directory, { recursive: true });
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The first cell's template, with more resources and outputs. */
function adding(more: { readonly Resources?: object; readonly Outputs?: object }): void {
  const file = 'permanence-cell-a.template.json';
  const template = JSON.parse(readFileSync(join(directory, file), 'utf8'));
  const { Resources, Outputs } = template;
  const changed = {
    ...template,
    Resources: { ...Resources, ...more.Resources },
    Outputs: { ...Outputs, ...more.Outputs },
  };
  writeFileSync(join(directory, file), JSON.stringify(changed));
}

describe('the account on the laptop', () => {
  test('has a number in each region, as people order them: replies go to the topic, and SNS may send', () => {
    expect(orderedNumbers(directory)).toEqual([
      { region, number: '+32460000991', topicName, sharedWith },
      { region: 'eu-west-2', number: '+32460000992', topicName, sharedWith },
    ]);
  });

  test('has the number that lib/config.ts names, lent to SNS by the stack alone where that knows its ARN', () => {
    const arn = `arn:aws:sms-voice:${region}:111122223333:phone-number/phone-1`;
    adding({ Outputs: { SmsNumber: { Value: '+447700900123' } } });
    expect(orderedNumbers(directory)[0]).toEqual({ region, number: '+447700900123', topicName, sharedWith });

    const Properties = { ResourceArn: arn, PolicyDocument: {} };
    adding({ Resources: { NumberPolicy: { Type: 'AWS::SMSVOICE::ResourcePolicy', Properties } } });
    expect(orderedNumbers(directory)[0]).toMatchObject({ number: '+447700900123', arn, sharedWith: [] });
  });

  test('has no other number where the stack buys one', () => {
    adding({ Resources: { Number: { Type: 'AWS::SMSVOICE::PhoneNumber', Properties: {} } } });

    expect(orderedNumbers(directory).map((number) => number.region)).toEqual(['eu-west-2']);
  });
});

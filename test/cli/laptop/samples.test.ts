import { describe, expect, test } from '@jest/globals';
import { sampleCommand } from '../../../cli/laptop/page-facts.ts';
import { sampleOutcome } from '../../../cli/laptop/sample-outcome.ts';
import { samples } from '../../../cli/laptop/samples.ts';
import type { SampleAnswer } from '../../../local/samples/sample.ts';
import { readCloudWatch } from '../../../sources/cloudwatch.ts';

const now = Date.parse('2026-11-23T02:10:00Z');
const contentOf = (id: string) => samples.find((sample) => sample.id === id)?.contentAt(now);

describe('what came of a sample', () => {
  const cell = (region: string, status: number | undefined, body?: object): SampleAnswer => ({
    ...{ from: `/${region}/v1/alarms`, status, body },
  });
  const escalating = { incidentId: '9c1f-1', code: '2QT', status: 'escalating' };

  test.each<[string, readonly SampleAnswer[], string]>([
    ['opened', [cell('eu-central-1', 202, escalating)], '202, incident 2QT'],
    ['held', [cell('eu-central-1', 202, { ...escalating, status: 'held' })], '202, 2QT held'],
    [
      'unreadable',
      [cell('eu-central-1', 202, { ...escalating, warnings: [{}] })],
      '202, incident 2QT, 1 warning',
    ],
    ['over before it began', [cell('eu-central-1', 202, { code: null })], '202, nothing to resolve'],
    ['refused', [cell('eu-central-1', 503, { title: 'Not stored' })], '503, Not stored'],
    [
      'taken in by both cells',
      [cell('eu-central-1', 202, escalating), cell('eu-west-2', 202, escalating)],
      'both 202, incident 2QT',
    ],
    [
      'taken in by one cell alone',
      [cell('eu-central-1', undefined), cell('eu-west-2', 202, escalating)],
      'eu-central-1: no answer; eu-west-2: 202, incident 2QT',
    ],
    ['refused by SNS', [{ from: 'SNS in eu-central-1', status: 503, body: '' }], 'SNS in eu-central-1: 503'],
  ])('is said in one line: %s', (_what, answers, line) => {
    expect(sampleOutcome(answers)).toBe(line);
  });
});

describe('a sample', () => {
  test('is the alarm of the command line, too', () => {
    const content = contentOf('disk-full');

    expect(content?.kind === 'request' && sampleCommand('http://here').includes(content.body)).toBe(true);
  });

  test.each([
    ['cloudwatch-alarm', 'firing'],
    ['cloudwatch-ok', 'resolved'],
  ])('%s is read as CloudWatch’s word: %s, now, of the account that it is from', (id, state) => {
    const content = contentOf(id);
    const message = content?.kind === 'publication' ? content.message : '';

    expect(readCloudWatch(message, { now: now + 500, deliveryId: 'd', from: 'aws' })).toMatchObject({
      kind: 'alarm',
      alarm: { state, occurredAt: now, account: '111122223333', warnings: [] },
    });
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Sample, SampleContent } from '../../../local/samples/sample.ts';
import { number, type RunningCloud, runningCloud } from '../running-cloud.ts';
import { synthesizedSmallApp } from '../small-app/small-app.ts';

const region = 'eu-central-1';
const fire: SampleContent = {
  ...{ kind: 'request', path: `/${region}/alarms`, headers: {} },
  body: JSON.stringify({ id: 'fire', number }),
};
const overTopic: SampleContent = {
  ...{ kind: 'publication', region, topic: 'alarms', subject: 'Fire', message: 'fire' },
  endpoints: [`/${region}/alarms`, `/${region}/nowhere`],
};
const sample = (id: string, content: SampleContent): Sample => ({
  ...{ id, title: `Send ${id}`, hint: '', contentAt: () => content },
  outcome: (answers) => answers.map(({ from, status }) => `${from} ${status}`).join(', '),
});

let local: RunningCloud;
beforeAll(async () => {
  const samples = [sample('fire', fire), sample('topic', overTopic)];
  local = await runningCloud(await synthesizedSmallApp(), { page: () => ({ samples }) });
});
afterAll(() => local.cloud.close());

const send = async (id: string) => (await local.request('POST', `/local/samples/${id}`, {})).json();

describe('a sample', () => {
  test('is on the page, without the content that it sends', async () => {
    const page = await (await local.request('GET', '/')).text();

    expect(page).toContain('{"id":"fire","title":"Send fire","hint":""}');
  });

  test('is sent to an API of the cloud, and shows the result', async () => {
    expect(await send('fire')).toMatchObject({
      outcome: `/${region}/alarms 202`,
      answers: [{ from: `/${region}/alarms`, status: 202 }],
    });
    await local.skip(0);

    const [phone] = (await local.state()).phones;
    expect(phone?.messages).toMatchObject([{ direction: 'in', text: expect.stringContaining('fire') }]);
  });

  test('sent to a topic shows the answer of an endpoint that does not confirm its subscription', async () => {
    expect(await send('topic')).toMatchObject({
      answers: [
        { from: `/${region}/alarms`, status: expect.any(Number) },
        { from: `/${region}/nowhere`, status: 403 },
      ],
    });
  });

  test('sent to a topic shows the refusal of SNS', async () => {
    await local.switchFaults({ region, service: '*', mode: 'refuse' });
    const { outcome } = (await send('topic')) as { readonly outcome: string };
    await local.switchFaults();

    expect(outcome).toBe(`SNS in ${region} 503`);
  });
});

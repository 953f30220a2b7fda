import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dayZeroAccount } from '../../cli/laptop/day-zero.ts';
import { contactCenter } from './calls-in-hand.ts';
import { type Laptop, laptop, other, own } from './laptop.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

describe('an account before AWS has granted anything', () => {
  let night: Laptop;
  let incidentId: string;
  beforeAll(async () => {
    night = await laptop({ ...dayZeroAccount, guardians: true });
    await night.skip(125); // each cell has read how to call through the other's region
    const { status, body } = await night.alarm(diskFull);
    expect(status).toBe(202);
    incidentId = body.incidentId;
    await night.skip(660);
  });
  afterAll(() => night.close());

  const timeline = async () => (await night.incident(incidentId)).timeline;

  test('accepts each SMS through either region, and delivers none', async () => {
    const paged = (await timeline()).filter(({ kind }) => kind === 'paged');

    expect(paged).toContainEqual(expect.objectContaining({ responder: 'an', region: own }));
    expect(paged).toContainEqual(expect.objectContaining({ responder: 'an', region: other }));
    for (const who of ['an', 'chloe', 'dirk']) expect(await night.texts(who)).toEqual([]);
    expect(night.told).toContainEqual(expect.stringContaining('the account has no number there'));
  });

  test('calls nobody in Belgium, and the timeline says why, for each region', async () => {
    const failed = (await timeline()).filter(({ kind }) => kind === 'call failed');

    for (const region of [own, other]) {
      expect(failed).toContainEqual(
        expect.objectContaining({
          ...{ whom: 'an', region },
          reason: expect.stringContaining('DestinationNotAllowedException'),
        }),
      );
    }
    for (const who of ['an', contactCenter]) expect(await night.calls(who)).toEqual([]);
  });

  test('has the task in the queue of Amazon Connect, which needs no grant', async () => {
    expect((await night.tasks()).map(({ status, region }) => [status, region])).toContainEqual([
      'queued',
      own,
    ]);
  });
});

import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readOrganizationFile } from '../../lib/organization-file.ts';
import { placeStacks } from '../lib/synthesized.ts';
import { contactCenter } from './calls-in-hand.ts';
import { type ChangedAssembly, changedAssembly } from './changed-assembly.ts';
import { exampleFile } from './example.ts';
import { type Laptop, laptop, other, own } from './laptop.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

describe('a deployment that names no Amazon Connect', () => {
  let assembly: string;
  let night: Laptop;
  let incidentId: string;
  beforeAll(async () => {
    assembly = synthesizeWithoutConnect();
    night = await laptop({ assembly });
    incidentId = (await night.alarm(diskFull)).body.incidentId;
    await night.skip(400);
  });
  afterAll(async () => {
    await night.close();
    rmSync(assembly, { recursive: true, force: true });
  });

  test('pages by SMS through both regions, and goes on to the next step', async () => {
    expect((await night.phone('an')).messages.map(({ region }) => region)).toEqual([own, other]);
    expect(await night.texts('chloe')).not.toEqual([]);
  });

  test('calls nobody, and the timeline says why for each call', async () => {
    const { timeline } = await night.incident(incidentId);
    const failed = timeline.filter(({ kind }) => kind === 'call failed');

    expect([...(await night.calls('an')), ...(await night.calls(contactCenter))]).toEqual([]);
    expect(failed).toContainEqual(
      expect.objectContaining({
        whom: 'an',
        reason: expect.stringContaining(`no Amazon Connect is known in ${own}`),
      }),
    );
    expect(failed).toContainEqual(
      expect.objectContaining({
        whom: 'an',
        reason: expect.stringContaining(`no Amazon Connect is known in ${other}`),
      }),
    );
  });

  test('has its task on the board only, and the timeline says so', async () => {
    const { incident, timeline } = await night.incident(incidentId);

    expect(await night.tasks()).toEqual([]);
    expect(incident.tasks).toContainEqual(expect.objectContaining({ about: expect.anything() }));
    expect(timeline).toContainEqual(
      expect.objectContaining({
        kind: 'task refused',
        reason: expect.stringContaining(`no Amazon Connect is known in ${own}`),
      }),
    );
  });

  test('names what is missing among the outputs of its cells', () => {
    for (const [stack, region] of [
      ['permanence-cell-a', own],
      ['permanence-cell-b', other],
    ] as const) {
      expect(night.cloud.outputs[stack]?.['Calls']).toContain(`none through ${region}`);
    }
  });

  test('is refused nothing, and requests nothing unknown', () => {
    expect(night.told.filter((line) => /REFUSED|NOT KNOWN/.test(line))).toEqual([]);
  });
});

describe('a cell whose Connect stack failed', () => {
  let assembly: ChangedAssembly;
  let night: Laptop;
  beforeAll(async () => {
    assembly = await changedAssembly();
    assembly.withoutStack('permanence-connect-a');
    night = await laptop({ assembly: assembly.directory, guardians: true });
    await night.skip(125); // a guardian publishes how to call when it starts
  });
  afterAll(async () => {
    await night.close();
    assembly.remove();
  });

  test('pages all the same, and calls and asks through the other region', async () => {
    await night.alarm(diskFull);
    await night.skip(95);

    expect((await night.phone('an')).messages.map(({ region }) => region)).toEqual([own, other]);
    expect((await night.calls('an')).map(({ region }) => region)).toEqual([other]);
    expect((await night.tasks()).map(({ region }) => region)).toEqual([other]);
  });
});

/** The templates and bundles with the example's organization, for a configuration with `none` for both cells. */
function synthesizeWithoutConnect(): string {
  const read = readOrganizationFile(exampleFile);
  if (read.kind === 'rejected') throw new Error(read.errors.join('; '));
  const none = { kind: 'none' } as const;
  const { app } = placeStacks({
    bundling: true,
    config: { connect: [none, none] },
    organization: read.organization,
  });
  return app.synth().directory;
}

import { faultServices } from '../local/faults/fault-switches.ts';
import { exampleOrganization } from '../test/scenarios/example.ts';
import { type Fault, type Laptop, laptop, other, own, theNight } from '../test/scenarios/laptop.ts';

/** How a service fails. */
const modes = ['refuse', 'throttle', 'hang', 'drop'];

/** Another region wrote at the same time: that happens to the table alone. */
const modesOf = (service: string) => (service === 'table' ? [...modes, 'conflict'] : modes);

/** Seconds from the 2xx within which a person is asked under a single fault (P1): 90 when a carrier is silent. */
const limit = (fault: Fault) => (fault.service === 'sms' && fault.mode === 'drop' ? 90 : 60);
const maxSeconds = 180;

/** After the first page, the ladder's next one: the other region's SMS. */
const secondPage = 45;

interface Row {
  readonly cell: string;
  readonly second: number | undefined;
  readonly path: string;
}

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
/**
 * Prints, for each single fault of the own region, when a person was asked, by which path, and by which cell's 2xx: the first
 * page when the fault was there before the alarm, the next one when it strikes after the first. Below it the same for SMS that
 * fails in both regions, where only the call is left.
 */
const late =
  (await section(
    'fault of the own region',
    faultServices.flatMap((service) => modesOf(service).map((mode) => ({ region: own, service, mode }))),
  )) +
  (await section(
    'fault of both regions',
    modes.map((mode) => ({ region: '*', service: 'sms', mode })),
  ));
console.log(
  late === 0 ? 'Somebody was asked in time under each fault.' : `${late} times nobody was asked in time.`,
);
process.exit(late === 0 ? 0 : 1);

/** Prints the rows of these faults, and answers how many of them were too late. */
async function section(title: string, faults: readonly Fault[]): Promise<number> {
  const [before, after] = ['before the alarm: first page', 'after the first page: the next one'];
  console.log(`${title.padEnd(25)} ${before.padEnd(38)} ${after}`);
  let failed = 0;
  for (const fault of faults) {
    const rows = [await row(fault, 'before'), await row(fault, 'after')];
    const texts = rows.map((each, index) => textOf(each, limit(fault) + index * secondPage));
    failed += texts.filter((text) => text.includes('LATE')).length;
    const [service = '', mode = ''] = [fault.service, fault.mode];
    console.log(`${service.padEnd(10)} ${mode.padEnd(14)} ${texts.map((text) => text.padEnd(38)).join(' ')}`);
  }
  return failed;
}

async function row(fault: Fault, when: 'before' | 'after'): Promise<Row> {
  const cloud = await laptop({ guardians: true, startAt: theNight - 60_000 });
  await cloud.skip(60);
  if (when === 'before') await cloud.faults(fault);
  const cell = await send(cloud);
  if (when === 'after') await cloud.faults(fault);
  const from = cloud.cloud.now();
  for (let waited = 0; waited < maxSeconds; waited += 5) {
    const asked = (await asks(cloud))[when === 'before' ? 0 : 1];
    if (asked !== undefined) {
      await cloud.close();
      return { cell, second: Math.max(0, (asked.at - from) / 1000), path: asked.path };
    }
    await cloud.skip(5);
  }
  await cloud.close();
  return { cell, second: undefined, path: '' };
}

/** As a source would: to the other cell where the first gives no 2xx. */
async function send(cloud: Laptop): Promise<string> {
  const alarm = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
  for (const region of [own, other]) {
    const { answer } = await cloud.answered(cloud.alarm(alarm, region)).catch(() => ({ answer: undefined }));
    if (answer?.status === 202) return region;
  }
  return 'neither';
}

async function asks(cloud: Laptop): Promise<readonly { readonly at: number; readonly path: string }[]> {
  const phones = await Promise.all(Object.keys(exampleOrganization.responders).map((id) => cloud.phone(id)));
  return phones
    .flatMap(({ messages, calls }) => [
      ...messages.map(({ at, region }) => ({ at, path: `SMS ${region}` })),
      ...calls.map(({ at, region }) => ({ at, path: `call ${region}` })),
    ])
    .sort((one, another) => one.at - another.at);
}

function textOf({ cell, second, path }: Row, seconds: number): string {
  if (cell === 'neither') return 'no 2xx from either cell: LATE';
  if (second === undefined) return `nobody within ${maxSeconds} s: LATE`;
  return `${second.toFixed(1)} s, ${path}${cell === own ? '' : ', 2nd cell'}${second > seconds ? ' LATE' : ''}`;
}

import type { Phone } from '../local/phones/phone-book.ts';
import { storedIncident } from '../test/scenarios/stored-incident.ts';
import { callsOneAfterTheOther, nameOf, type Run } from './calls-one-after-the-other.ts';
import { type BenchedCloud, benchedCloud } from './laptop.ts';

/** Seconds from the 202 to the call. */
const limitSeconds = 10;

const phones = { 'the person': '+32470000001', 'the contact center': '+32470000099' };

/** A phone that rang: when, in virtual time, and after which calls to AWS. */
interface Ring extends Run {
  readonly whose: string;
  readonly seconds: number;
}

/**
 * From an alarm's 202 to the phones that ring when both regions refuse every SMS: calls, and time of the cloud's clock,
 * which stands still while functions work and so tells how long the product waits of its own will.
 */
export async function phoneRings(runs: number): Promise<void> {
  const rings: Ring[] = [];
  for (let seed = 1; seed <= runs; seed++) {
    // A cloud of its own for each: what operators are still asked about one incident keeps their phone busy for the next.
    const bench = await benchedCloud(0);
    await warmUp(bench);
    await bench.call('PUT', '/local/faults', [{ region: '*', service: 'sms', mode: 'refuse' }]);
    await bench.lockstep(seed);
    rings.push(...(await ringsOf(bench, `phone ${seed}`)));
    await bench.cloud.close();
  }
  for (const whose of Object.keys(phones)) {
    const ofOne = rings.filter((ring) => ring.whose === whose);
    const seconds = Math.max(...ofOne.map((ring) => ring.seconds)).toFixed(1);
    const calls = callsOneAfterTheOther(ofOne);
    console.log(
      `  alarm -> the phone of ${whose} rings when SMS is refused everywhere: ${seconds} s of virtual time ` +
        `(at most ${limitSeconds}), ${calls.length} calls one after the other`,
    );
    for (const [index, record] of calls.entries()) console.log(`    ${index + 1}. ${nameOf(record)}`);
  }
}

/** A first incident, acknowledged and resolved: it leaves no work, and the functions warm. */
async function warmUp(bench: BenchedCloud): Promise<void> {
  const alarm = { dedupKey: 'warm', service: 'acme-shop', summary: 'warm' };
  await bench.skip(60);
  await bench.alarm(alarm);
  await bench.skip(5);
  const an = encodeURIComponent(phones['the person']);
  await bench.call('POST', `/local/phones/${an}/messages`, { text: 'ja' });
  await bench.skip(5);
  await bench.alarm({ ...alarm, state: 'resolved' });
  await bench.skip(5);
}

async function ringsOf(bench: BenchedCloud, dedupKey: string): Promise<readonly Ring[]> {
  const before = bench.cloud.trace.length;
  const alarm = { dedupKey, service: 'acme-shop', summary: dedupKey };
  const { incidentId } = await bench.alarm(alarm);
  const from = bench.cloud.now();
  await bench.skip(limitSeconds);
  const records = bench.cloud.trace.slice(before);
  const { timeline } = await storedIncident(bench.cloud.url, incidentId);
  const { phones: inHands } = (await (await bench.call('GET', '/local/state')).json()) as State;
  const contacts = timeline.flatMap((entry) => (entry.kind === 'called' ? [entry.contactId] : []));
  const started = records.filter(({ operation }) => operation === 'StartOutboundVoiceContact');
  return Object.entries(phones).map(([whose, number]) => {
    const call = inHands.find((phone) => phone.number === number)?.calls.find(({ at }) => at >= from);
    const last = started[contacts.indexOf(call?.id ?? '')];
    if (call === undefined || last === undefined) throw new Error(`the phone of ${whose} did not ring`);
    return { whose, seconds: (call.at - from) / 1000, records, last };
  });
}

interface State {
  readonly phones: readonly Phone[];
}

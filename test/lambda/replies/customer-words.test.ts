import { beforeEach, describe, expect, test } from '@jest/globals';
import { incidentOf } from '../../../aws/table/incident-item.ts';
import { applyOperatorReport } from '../../../domain/answers/operator-report.ts';
import { openTasks } from '../../../domain/contact-center/tasks.ts';
import { advance } from '../../../domain/escalation/decide.ts';
import { heldForCustomer } from '../../../domain/escalation/report.ts';
import { onCallFor } from '../../../domain/on-call/roster.ts';
import { tellCustomer } from '../../../lambda/channels/tell-customer.ts';
import { receive } from '../../../lambda/replies/receive.ts';
import { exampleOrganization } from '../../domain/example-organization.ts';
import { aNight, numberOf } from '../a-night-of-sms.ts';

const organization = exampleOrganization();

const joris = organization.customers['acme']?.contacts[0]?.number ?? '';

let night: ReturnType<typeof aNight>;

beforeEach(() => {
  night = aNight();
});

/** Joris of ACME writes. Returns what he is answered. */
async function jorisWrites(text: string, id = 'message-of-joris') {
  const before = night.world.sms.length;
  await receive(night.cell, {
    Message: JSON.stringify({ originationNumber: joris, messageBody: text, inboundMessageId: id }),
    Timestamp: new Date(night.clock.now).toISOString(),
  });
  return night.world.sms.slice(before).map((sms) => sms.text);
}

/** A disk of ACME's is full, An has it, and Joris was told of it. */
async function anHasIt() {
  const code = await night.pages('an', 'db-3/disk');
  await night.writes('an', 'ja');
  await night.drives(code);
  const { key } = (await night.cell.codes.find(code)) ?? { key: '' };
  const item = await night.cell.incidents.read(key);
  if (item === undefined) throw new Error('it is gone');
  const incident = incidentOf(item);
  const promise = incident.promises.find(({ about }) => about === 'incident')?.id ?? '';
  await tellCustomer(night.cell, item, incident, { organization, promise, now: night.clock.now });
  return code;
}

const words = 'Our shop is down, please call me';

describe('what a customer writes in words', () => {
  test('stands on the timeline of the open incident, and is a task for an operator', async () => {
    const code = await anHasIt();
    await jorisWrites(words);

    const incident = await night.incident(code);
    expect(incident.timeline.at(-2)).toMatchObject({ kind: 'customer wrote', who: 'Joris', text: words });
    expect(openTasks(incident).at(-1)?.about).toEqual({ kind: 'customer wrote', who: 'Joris', words });
  });

  test('is an SMS to whoever has the incident', async () => {
    const code = await anHasIt();
    await jorisWrites(words);

    expect(await night.drives(code)).toContainEqual({
      to: numberOf('an'),
      text: `${code}: Joris (klant) schrijft: ${words}`,
    });
  });

  test('is answered with the number of the contact center', async () => {
    await anHasIt();

    expect(await jorisWrites(words)).toEqual([expect.stringContaining(organization.contactCenter.number)]);
  });

  test('counts once when it is delivered twice', async () => {
    const code = await anHasIt();
    await jorisWrites(words);
    await jorisWrites(words);

    const { timeline } = await night.incident(code);
    expect(timeline.filter(({ kind }) => kind === 'customer wrote')).toHaveLength(1);
  });

  test('that comes again and again is one task, and at most three SMS an hour to whoever has it', async () => {
    const code = await anHasIt();
    for (let count = 0; count < 9; count++) await jorisWrites(`${words} ${count}`, `message ${count}`);

    const incident = await night.incident(code);
    const notices = incident.notices.filter(({ notice }) => notice.kind === 'customerWrote');
    expect(openTasks(incident).filter(({ about }) => about.kind === 'customer wrote')).toHaveLength(1);
    expect(notices).toHaveLength(3);
  });

  test('opens an incident when none of theirs is open: an operator calls before anybody is paged', async () => {
    await jorisWrites(words);

    const [started] = night.world.started;
    const item = await night.cell.incidents.read(started?.key ?? '');
    const incident = item && incidentOf(item);
    expect(incident).toMatchObject({
      ...{ status: 'held', summary: words, route: { customer: { id: 'acme' } } },
      held: { reason: heldForCustomer, until: night.clock.now + 5 * 60_000 },
    });
    expect(incident && openTasks(incident).map(({ about }) => about.kind)).toEqual(['customer wrote']);
  });

  /** The operator has called Joris, and the incident after that. */
  async function afterTheCall(note?: string) {
    await jorisWrites(words);
    const [started] = night.world.started;
    const item = await night.cell.incidents.read(started?.key ?? '');
    if (item === undefined) throw new Error('it is gone');
    const incident = incidentOf(item);
    const task = openTasks(incident)[0]?.id ?? '';
    const { now } = night.clock;
    const report = { kind: 'done', task, by: 'Piet', id: 'press', note, shownAt: now } as const;
    const outcome = applyOperatorReport(incident, report, now);
    return outcome.kind === 'changed' ? outcome.incident : incident;
  }

  test('that an operator has settled by the call is over', async () => {
    expect(await afterTheCall()).toMatchObject({ status: 'resolved' });
  });

  test('about which the operator notes something pages an engineer at once', async () => {
    const incident = await afterTheCall('she cannot pay, please send an engineer');
    const onCall = onCallFor(incident, organization, night.clock.now);

    expect(advance(incident, onCall, night.clock.now).incident.status).toBe('escalating');
  });

  test('that follows such words is about the same incident', async () => {
    await jorisWrites(words);
    await jorisWrites('Nobody has called me', 'message 2');

    expect(night.world.started).toHaveLength(1);
  });
});

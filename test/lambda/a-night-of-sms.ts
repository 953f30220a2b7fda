import { incidentOf } from '../../aws/table/incident-item.ts';
import type { Alarm } from '../../domain/alarm/alarm.ts';
import type { Turn } from '../../domain/escalation/decide.ts';
import type { Reply } from '../../domain/replies/reply.ts';
import { accept } from '../../lambda/alarms/accept.ts';
import { unreservedCodes } from '../../lambda/alarms/codes.ts';
import { page } from '../../lambda/channels/sms.ts';
import { takeTurn } from '../../lambda/driving/driver.ts';
import { receive } from '../../lambda/replies/receive.ts';
import { answerReplies } from '../../lambda/replies/responder-reply.ts';
import { diskFull, tenPastThree } from '../domain/an-incident.ts';
import { exampleOrganization } from '../domain/example-organization.ts';
import { inMemoryCell, outside } from './in-memory-cell.ts';

const organization = exampleOrganization();

export const numberOf = (responder: string) => organization.responders[responder]?.numbers[0] ?? '';

/** A night with several incidents, on a cell in memory: alarms page people, people write, drivers act. */
export function aNight() {
  const world = outside();
  const clock = { now: tenPastThree };
  const cell = inMemoryCell({ outside: world, now: () => clock.now });
  let messages = 0;
  const read = async (code: string) => {
    const ref = await cell.codes.find(code);
    const item = ref && (await cell.incidents.read(ref.key));
    if (item === undefined) throw new Error(`there is no ${code}`);
    return item;
  };
  return {
    world,
    clock,
    cell,
    incident: async (code: string) => incidentOf(await read(code)),
    /** An alarm comes in, and pages somebody. Returns the incident's code. */
    pages: async (whom: string, name: string, more: Partial<Alarm> = {}) => {
      const alarm = {
        ...diskFull,
        dedupKey: name,
        eventId: name,
        occurredAt: clock.now,
        summary: name,
        ...more,
      };
      const { code } = await accept(cell, unreservedCodes, alarm);
      if (code === null) throw new Error('it opened nothing');
      const item = await cell.incidents.read((world.started.at(-1) ?? { key: '' }).key);
      if (item === undefined) throw new Error('it is not stored');
      await cell.codes.assign(code, item, clock.now);
      const attempt = { ladder: 'main', round: 1, step: 0, whom: 'primary', path: 0 } as const;
      await page(cell, item, incidentOf(item), {
        organization,
        decision: { kind: 'sms', via: 'own', role: 'primary', responder: whom, attempt },
        now: clock.now,
      });
      return code;
    },
    writes: async (who: string, text: string, { sentAgo = 0, id = `message-${messages++}` } = {}) => {
      const before = world.sms.length;
      const message = { originationNumber: numberOf(who), messageBody: text, inboundMessageId: id };
      await receive(cell, {
        Message: JSON.stringify(message),
        Timestamp: new Date(clock.now - sentAgo).toISOString(),
      });
      return world.sms.slice(before).map((sms) => sms.text);
    },
    /** The same, by what the message says. */
    says: async (who: string, replies: readonly Reply[], id = `message-${messages++}`) => {
      const before = world.sms.length;
      const sender = { number: numberOf(who), responder: who, language: 'nl', organization } as const;
      await answerReplies(cell, sender, { id, sentAt: clock.now }, replies);
      return world.sms.slice(before).map((sms) => sms.text);
    },
    /** Some turns of the incident's driver, which tells people. */
    drives: async (code: string) => {
      const before = world.sms.length;
      const { key, generation, epoch, revision } = await read(code);
      let turn: Turn = { kind: 'decide', revision };
      for (let turns = 0; turns < 9; turns++) turn = await takeTurn(cell, { key, generation, epoch }, turn);
      return world.sms.slice(before).map(({ to, text }) => ({ to, text }));
    },
    lastPage: () => world.sms.at(-1)?.text ?? '',
  };
}

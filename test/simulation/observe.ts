import type { Phone } from '../../local/phones/phone-book.ts';
import { exampleOrganization } from '../scenarios/example.ts';
import { planCall } from './calls.ts';
import { contactReads } from './customers.ts';
import { codeIn } from './notice-kinds.ts';
import { seesTask } from './operators.ts';
import { nextMove, type Play } from './play.ts';
import { reads } from './responders.ts';
import type { Surroundings } from './stage.ts';

const { responders, customers, contactCenter } = exampleOrganization;
const responderByNumber = new Map(
  Object.entries(responders).flatMap(([id, { numbers }]) => numbers.map((number) => [number, id] as const)),
);
const contactByNumber = new Map(
  Object.values(customers).flatMap(({ contacts }) =>
    contacts.map(({ number, name }) => [number, name] as const),
  ),
);

/**
 * Finds new messages, calls and tasks, and plans how people react to them. Returns those that are wrong in
 * themselves.
 */
export function observe(play: Play, { phones, tasks }: Surroundings): readonly string[] {
  const wrong = phones.flatMap((phone) => [...hear(play, phone), ...ring(play, phone)]);
  for (const task of tasks) {
    if (play.used.has(task.id)) continue;
    play.used.set(task.id, 1);
    play.story.tell(task.at, `TASK in the queue of ${task.region}: "${task.name}"`);
    seesTask(play, task);
  }
  return wrong;
}

/** Each message of the product is one SMS of one part. */
function hear(play: Play, { number, messages, kind, owner }: Phone): readonly string[] {
  const before = play.used.get(`messages ${number}`) ?? 0;
  play.used.set(`messages ${number}`, messages.length);
  const fresh = messages.slice(before).filter(({ direction }) => direction === 'in');
  for (const message of fresh) {
    const heard = { ...message, number, kind, code: codeIn(message.text) };
    play.heard.push(heard);
    play.story.tell(message.at, `  -> ${owner}: "${message.text}"`);
    const id = responderByNumber.get(number);
    const name = contactByNumber.get(number);
    if (id !== undefined) reads(play, { id, number }, heard);
    else if (name !== undefined) contactReads(play, { name, number }, heard);
  }
  return fresh
    .filter(({ parts = 1 }) => parts > 1)
    .map(({ text }) => `more than one SMS to ${owner}: "${text}"`);
}

/** A phone in a call is busy: its owner does not hear a second call. */
function ring(play: Play, { number, calls, owner }: Phone): readonly string[] {
  const fresh = calls.filter(({ id }) => !play.used.has(id));
  const open = calls.filter(({ status }) => status !== 'ended');
  for (const call of fresh) {
    play.used.set(call.id, 1);
    play.calls.push({ id: call.id, number, at: call.at, spoken: '' });
    play.story.tell(call.at, `  ring ${owner}${call.status === 'ringing' ? '' : `: ${call.status} at once`}`);
    if (call.status !== 'ringing') continue;
    if (number === contactCenter.number) {
      planCall(play, { number, who: 'contact center' }, call, nextMove(play, play.night.operators.onCall));
    } else {
      const who = responderByNumber.get(number) ?? owner;
      planCall(play, { number, who }, call, nextMove(play, play.night.responders[who]?.onCall ?? []));
    }
  }
  const isBusy = fresh.some(({ id }) => open.some((other) => other.id !== id));
  return isBusy ? [`${owner} is called while in another call`] : [];
}

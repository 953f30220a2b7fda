import type { Phone } from '../../local/phones/phone-book.ts';
import { callTo } from './call-to.ts';
import { exampleOrganization } from './example.ts';
import type { Laptop } from './laptop.ts';
import { signed } from './signed.ts';

/** The phone of a customer contact, by their name in the example. */
export async function phoneOf(cloud: Laptop, contact: string): Promise<Phone> {
  const number = numberOf(contact);
  const { phones } = await callTo(cloud.cloud.url)<State>('GET', '/local/state');
  const found = phones.find((phone) => phone.number === number);
  if (found === undefined) throw new Error(`no phone of ${contact}`);
  return found;
}

/**
 * The messages on a contact's phone, oldest first. With a text, such as an incident's code: only those that contain
 * it.
 */
export async function textsTo(cloud: Laptop, contact: string, holding = ''): Promise<readonly string[]> {
  const { messages } = await phoneOf(cloud, contact);
  return messages
    .filter(({ direction, text }) => direction === 'in' && text.includes(holding))
    .map(({ text }) => text);
}

/** What a contact has read about an incident, oldest first, without its code and the sender's name. */
export async function readBy(cloud: Laptop, contact: string, code = ''): Promise<readonly string[]> {
  const texts = await textsTo(cloud, contact, code);
  return texts.map((text) => text.replace(/^\w+ Scheldewater Hosting: /, ''));
}

/** What an incident shows of its promises to the customer. */
export async function promisesTo(cloud: Laptop, code: string): Promise<readonly Shown[]> {
  const { body } = await signed(cloud, 'GET', `/v1/incidents/${code}`);
  return body['promises'] as readonly Shown[];
}

type Shown = Readonly<Record<string, unknown>>;

/** The contact sends an SMS. Waits until all that follows at once has happened. */
export async function contactWrites(cloud: Laptop, contact: string, text: string): Promise<void> {
  const { number } = await phoneOf(cloud, contact);
  await callTo(cloud.cloud.url)('POST', `/local/phones/${encodeURIComponent(number)}/messages`, { text });
  await cloud.skip(0);
}

function numberOf(contact: string): string {
  const contacts = Object.values(exampleOrganization.customers).flatMap((customer) => customer.contacts);
  const found = contacts.find(({ name }) => name === contact);
  if (found === undefined) throw new Error(`nobody of the example's customers is called ${contact}`);
  return found.number;
}

interface State {
  readonly phones: readonly Phone[];
}

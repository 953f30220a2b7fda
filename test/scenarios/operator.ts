import type { Laptop } from './laptop.ts';

/** What an operator fills in beside the button. */
export interface FilledIn {
  /** The operator's name. */
  readonly by?: string;
  readonly who?: string;
  readonly note?: string;
}

/**
 * An operator opens a task's screen by its link, and presses a button. Waits until all that follows at once has
 * happened.
 */
export async function operatorPresses(
  cloud: Laptop,
  word: string,
  { by = 'Olga', who = '', note = '' }: FilledIn = {},
  titled = '',
): Promise<string> {
  const address = await screenOf(cloud, titled);
  const page = await (await fetch(address)).text();
  const [, press] = new RegExp(`name="press" value="(${word} [^"]+)"`).exec(page) ?? [];
  const [, form] = /name="form" value="([^"]+)"/.exec(page) ?? [];
  if (press === undefined || form === undefined)
    throw new Error(`the screen has no button ${word}: ${page.replace(/<[^>]*>/g, ' ')}`);
  const body = new URLSearchParams({ press, form, by, who, note });
  const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  await cloud.skip(0);
  if (answer.status !== 303) throw new Error(`the screen answers ${answer.status}: ${await answer.text()}`);
  return (await fetch(address)).text();
}

/** The address of the screen of the newest open task whose title contains a text. */
export async function screenOf(cloud: Laptop, titled = ''): Promise<string> {
  const task = (await cloud.tasks()).findLast(
    ({ name, status }) => status !== 'ended' && name.includes(titled),
  );
  const address = task?.references.find(({ name }) => name === 'Screen')?.value;
  if (address === undefined) throw new Error(`no task with a screen: ${JSON.stringify(await cloud.tasks())}`);
  return address;
}

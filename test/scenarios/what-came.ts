import { pageTexts } from '../../domain/messages/texts/texts.ts';
import { type Laptop, theNight } from './laptop.ts';

/** A page as it came to a phone: seconds after the night's begin, the region that sent it. */
export interface Page {
  readonly second: number;
  readonly region: string;
  readonly text: string;
}

/** The pages to a responder, oldest first. Notices are none: they do not end in how to answer. */
export async function pagesTo(cloud: Laptop, responder: string): Promise<readonly Page[]> {
  const { messages } = await cloud.phone(responder);
  return messages
    .filter(
      ({ direction, text }) => direction === 'in' && endings.some((ending) => text.endsWith(`. ${ending}`)),
    )
    .map(({ at, region, text }) => ({ second: secondsIn(at), region, text }));
}

const endings = Object.values(pageTexts).map(({ howToAnswer }) => howToAnswer);

/** Seconds after the night's begin. */
export function secondsIn(at: number): number {
  return (at - theNight) / 1000;
}

/** The operations that a function called in its invocations so far, one list each: for one that never runs twice at once. */
export function callsOf(cloud: Laptop, functionName: string): readonly (readonly string[])[] {
  const invocations: string[][] = [];
  for (const { caller, operation } of cloud.cloud.trace) {
    if (operation === `Invoke ${functionName}`) invocations.push([]);
    else if (caller === functionName) invocations.at(-1)?.push(operation);
  }
  return invocations;
}

/** 1, 2 ... up to and with the last. */
export function upTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

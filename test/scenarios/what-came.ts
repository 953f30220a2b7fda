import { howToAnswerPattern } from '../../domain/messages/texts/texts.ts';
import { type Laptop, theNight } from './laptop.ts';

/** A page on a phone: seconds since the begin of the night, and the region that sent it. */
export interface Page {
  readonly second: number;
  readonly region: string;
  readonly text: string;
}

/** The pages to a responder, oldest first, without the notices. A page ends with how to answer. */
export async function pagesTo(cloud: Laptop, responder: string): Promise<readonly Page[]> {
  const { messages } = await cloud.phone(responder);
  return messages
    .filter(({ direction, text }) => direction === 'in' && endsAsPage.test(text))
    .map(({ at, region, text }) => ({ second: secondsIn(at), region, text }));
}

const endsAsPage = new RegExp(`\\. ${howToAnswerPattern.source}$`, 'iu');

/** Seconds since the begin of the night. */
export function secondsIn(at: number): number {
  return (at - theNight) / 1000;
}

/** The operations that a function called, one list for each invocation. The function must never run twice at once. */
export function callsOf(cloud: Laptop, functionName: string): readonly (readonly string[])[] {
  const invocations: string[][] = [];
  for (const { caller, operation } of cloud.cloud.trace) {
    if (operation === `Invoke ${functionName}`) invocations.push([]);
    else if (caller === functionName) invocations.at(-1)?.push(operation);
  }
  return invocations;
}

/** The numbers from 1 to the last. */
export function upTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

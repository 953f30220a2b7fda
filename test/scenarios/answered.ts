import type { Cloud } from '../../local/cloud.ts';

/** Long after any answer must be there. */
const longestWaitSeconds = 40;

/** Goes on in small steps of time, and hears of the answer within one of them. */
export async function answered<T>(
  cloud: Cloud,
  skip: (seconds: number) => Promise<void>,
  pending: Promise<T>,
) {
  const from = cloud.now();
  const seconds = () => (cloud.now() - from) / 1000;
  let isThere = false;
  const hear = () => {
    isThere = true;
  };
  pending.then(hear, hear);
  while (!isThere && seconds() < longestWaitSeconds) await skip(0.1);
  if (!isThere) throw new Error(`no answer within ${longestWaitSeconds} s`);
  return { answer: await pending, afterSeconds: seconds() };
}

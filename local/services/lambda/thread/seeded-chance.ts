import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { seededRandom } from '../../../time/random.ts';

/**
 * Makes random numbers in this thread repeatable: they depend only on the seed of the invocation. The functions with
 * a callback stay Node's own. So does `getRandomValues` when imported from `node:crypto`.
 */
export function installSeededChance(): { reseed(seed: number): void } {
  const random = seededRandom(0);
  const fill = <T extends ArrayBufferView>(view: T): T => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = random.below(256);
    return view;
  };
  const { randomBytes, randomInt } = crypto;
  Math.random = random.next;
  Object.assign(crypto, {
    randomUUID: random.uuid,
    randomBytes: (...args: unknown[]) =>
      args.length === 1 ? fill(Buffer.alloc(Number(args[0]))) : Reflect.apply(randomBytes, crypto, args),
    randomInt: (...args: unknown[]) => {
      const [first, second] = args;
      if (args.length === 1) return random.below(Number(first));
      if (typeof second !== 'number') return Reflect.apply(randomInt, crypto, args);
      return Number(first) + random.below(second - Number(first));
    },
  });
  Object.defineProperty(globalThis.crypto, 'randomUUID', { value: random.uuid });
  Object.defineProperty(globalThis.crypto, 'getRandomValues', { value: fill });
  syncBuiltinESMExports();
  return random;
}

import { within } from '../../aws/regions/both-regions.ts';
import type { CodeIndex } from '../../aws/table/code-index.ts';
import { blockReservedMs } from '../../aws/table/code-index.ts';
import { blockCount, codesOfBlock } from '../../domain/replies/code.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { log } from '../cell/log.ts';

/** The codes that an instance of the intake has reserved ahead of need. */
export interface ReadyCodes {
  /**
   * Draws a code for a new incident. Never fails: when no code is reserved, it draws a random one of four characters.
   */
  draw(now: Instant): Promise<string>;
  /** Takes back a code that no incident uses: its alarm joined an open incident. */
  giveBack(code: string): void;
  /** Reserves more codes when few are left. The caller waits for it beside other calls. */
  refill(now: Instant): Promise<void>;
}

/** When fewer codes are left, a new block is reserved while the alarm waits for other calls anyway. */
const few = 3;

/** An alarm waits at most this long for a reserved code. */
const reservingTimeoutMs = 800;

/** For an incident that is not in the table: no code is reserved for it. */
export const unreservedCodes: ReadyCodes = {
  draw: async () => unreservedCode(),
  giveBack: () => undefined,
  refill: async () => undefined,
};

export function readyCodes(index: CodeIndex): ReadyCodes {
  let ready: string[] = [];
  let expiresAt: Instant = 0;
  const drawn = new Set<string>();

  async function refill(now: Instant): Promise<void> {
    if (now >= expiresAt) {
      ready = [];
      drawn.clear();
    }
    if (ready.length >= few) return;
    try {
      const short = await index.reserve(3, now);
      const codes = short.length > 0 ? short : await index.reserve(4, now);
      ready.push(...codes);
      if (codes.length > 0) expiresAt = now + blockReservedMs;
    } catch (error) {
      log.warn('no codes could be reserved', { error });
    }
  }

  return {
    refill,
    async draw(now) {
      if (ready.length === 0 || now >= expiresAt) {
        await within(reservingTimeoutMs, refill(now)).catch((error: unknown) =>
          log.warn('no code in time', { error }),
        );
      }
      const code = ready.shift();
      if (code === undefined) return unreservedCode();
      drawn.add(code);
      return code;
    },
    giveBack(code) {
      if (drawn.delete(code)) ready.unshift(code);
    },
  };
}

/** One of half a million codes, so it almost never names another open incident as well. */
export function unreservedCode(): string {
  const index = Math.floor(Math.random() * blockCount(4));
  return codesOfBlock(`4-${String(index).padStart(4, '0')}`)[0] ?? '';
}

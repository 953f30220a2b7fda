import { type SeededRandom, seededRandom } from '../time/random.ts';
import type { Quiet } from './quiet.ts';

/**
 * Makes the order of simultaneous things depend on the seed alone. Everything that could overtake something else
 * waits for a turn. Lockstep gives one turn at a time, and only when everything still going on waits for a turn. So
 * the order does not depend on the speed of the machine.
 */
export interface Lockstep {
  /**
   * Starts lockstep in the order drawn from this seed. Undefined ends it: everything runs in the order in which it
   * comes.
   */
  use(seed: number | undefined): void;
  isOn(): boolean;
  /**
   * Resolves when it is this caller's turn, or at once without lockstep. The rank distinguishes waiting callers, so
   * it must not depend on the order of arrival.
   */
  turn(rank: Rank): Promise<void>;
  /** Resolves when all is quiet and nothing waits for a turn. */
  quiet: Quiet;
}

/** The rank of a caller. A function's call has its invocation and number. A request from outside has its content. */
export type Rank =
  | { readonly kind: 'call'; readonly invocation: number; readonly call: number }
  | OutsideRequest;

interface OutsideRequest {
  readonly kind: 'request';
  readonly content: string;
  /** How many requests the caller sends at the same time, this one included. @default 1 */
  readonly together?: number;
}

/**
 * The header in which a caller says how many requests it sends at the same time. The cloud cannot see requests that
 * are still on their way. It lets such requests in when all of them have arrived, and every other request alone.
 */
export const togetherHeader = 'x-local-together';

interface Turn<R extends Rank = Rank> {
  readonly rank: R;
  readonly go: () => void;
  readonly fail: (error: Error) => void;
}

/** In real time. A request that was announced and never comes is an error of the caller. */
const patienceMs = 60_000;

export function lockstep(quiet: Quiet): Lockstep {
  let random: SeededRandom | undefined;
  const hall = waitingHall();
  const idlers: (() => void)[] = [];
  let isGiving = false;

  const giveTurns = async () => {
    isGiving = true;
    while (hall.isWaitedIn() && random !== undefined) {
      const arrivals = hall.arrivals();
      await quiet();
      if (hall.arrivals() !== arrivals || random === undefined) continue;
      if (hall.release(random)) await new Promise((resolve) => setImmediate(resolve));
      else await hall.nextArrival();
    }
    isGiving = false;
    hall.releaseAll();
    for (const wake of idlers.splice(0)) wake();
  };
  return {
    use(seed) {
      random = seed === undefined ? undefined : seededRandom(seed);
    },
    isOn: () => random !== undefined,
    turn: (rank) =>
      new Promise((go, fail) => {
        if (random === undefined) return go();
        hall.arrive({ rank, go, fail });
        if (!isGiving) void giveTurns();
      }),
    async quiet() {
      for (;;) {
        if (isGiving) await new Promise<void>((wake) => idlers.push(wake));
        const blocked = await quiet();
        if (!isGiving) return blocked;
      }
    },
  };
}

/** The callers that wait for a turn. Requests from outside wait until no caller inside waits any more. */
function waitingHall() {
  let inside: Turn[] = [];
  let atDoor: Turn<OutsideRequest>[] = [];
  let arrivals = 0;
  let heard = () => {};

  /** Lets in the first request that came alone, or the first complete set of requests that came together. */
  const openDoor = () => {
    const groups = atDoor.toSorted(byRank).map(({ rank }) => companionsOf(rank, atDoor));
    inside = groups.find((group) => group.length === (group[0]?.rank.together ?? 1)) ?? [];
    atDoor = atDoor.filter((turn) => !inside.includes(turn));
  };
  return {
    arrivals: () => arrivals,
    isWaitedIn: () => inside.length + atDoor.length > 0,
    arrive(turn: Turn) {
      arrivals += 1;
      if (isFromOutside(turn)) atDoor.push(turn);
      else inside.push(turn);
      heard();
    },
    /** Gives one turn, drawn among the callers inside. False when all of them wait for other announced requests. */
    release(random: SeededRandom): boolean {
      if (inside.length === 0) openDoor();
      if (inside.length === 0) return false;
      const drawn = inside.toSorted(byRank)[random.below(inside.length)];
      inside = inside.filter((turn) => turn !== drawn);
      drawn?.go();
      return true;
    },
    releaseAll() {
      for (const { go } of [...inside.splice(0), ...atDoor.splice(0)]) go();
    },
    nextArrival(): Promise<void> {
      const giveUp = () => {
        for (const { rank, fail } of atDoor.splice(0)) {
          fail(new Error(`${rank.together} requests were announced, and fewer came: ${rank.content}`));
        }
        heard();
      };
      return new Promise((resolve) => {
        const patience = setTimeout(giveUp, patienceMs);
        heard = () => {
          clearTimeout(patience);
          resolve();
        };
      });
    },
  };
}

function isFromOutside(turn: Turn): turn is Turn<OutsideRequest> {
  return turn.rank.kind === 'request';
}

/** The requests that were sent together with this one, itself included, up to the announced number. */
function companionsOf({ together = 1 }: OutsideRequest, atDoor: readonly Turn<OutsideRequest>[]) {
  const alike = atDoor.filter(({ rank }) => (rank.together ?? 1) === together);
  return alike.toSorted(byRank).slice(0, together);
}

function byRank({ rank: a }: Turn, { rank: b }: Turn): number {
  if (a.kind === 'call' && b.kind === 'call') return a.invocation - b.invocation || a.call - b.call;
  if (a.kind === 'request' && b.kind === 'request')
    return a.content < b.content ? -1 : Number(a.content > b.content);
  return a.kind === 'request' ? -1 : 1;
}

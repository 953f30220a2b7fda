import { awsError } from '../../kernel/service.ts';
import type { TaskReport } from '../../states-language/host.ts';

/** Gets what the holder of a task token reports. */
export type TokenHolderSays = (report: TaskReport) => void;

/** The task tokens of all regions. Only the region that issued a token knows it. */
export interface Tokens {
  issue(region: string): string;
  /** Listens to a token. The returned function stops that; then the token has timed out. */
  listen(token: string, listener: TokenHolderSays): () => void;
  /** The listener of a token. For a token that is over, foreign or made up it throws AWS's error. */
  listener(token: string, region: string): TokenHolderSays;
}

/** AWS's tokens have some hundreds of characters as well. Code should not rely on short ones. */
const chanceDigits = 400;

/** No tokens. */
export function tokenBook(random: () => number): Tokens {
  const listeners = new Map<string, TokenHolderSays | 'over'>();
  let issued = 0;
  return {
    issue(region) {
      issued += 1;
      const chance = Array.from({ length: chanceDigits }, () => Math.floor(random() * 36).toString(36));
      return Buffer.from(`${region}|${issued}|${chance.join('')}`).toString('base64');
    },
    listen(token, listener) {
      listeners.set(token, listener);
      return () => void listeners.set(token, 'over');
    },
    listener(token, region) {
      const [home, number] = Buffer.from(token, 'base64').toString().split('|');
      if (home !== region || number === undefined) {
        throw awsError('InvalidToken', "Invalid Token: 'Invalid token'");
      }
      const listener = listeners.get(token);
      if (listener === undefined) throw awsError('TaskDoesNotExist', `Task Does Not Exist: '${number}'`);
      if (listener !== 'over') return listener;
      throw awsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
    },
  };
}

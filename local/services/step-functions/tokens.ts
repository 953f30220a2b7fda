import { awsError } from '../../kernel/service.ts';
import type { TaskReport } from '../../states-language/host.ts';

/** Hears of a task what whoever holds its token says. */
export type TokenHolderSays = (report: TaskReport) => void;

/** The task tokens of all regions. A token is only known in the region that issued it. */
export interface Tokens {
  issue(region: string): string;
  /** Listens from now on; returns how to stop, from when on the token has timed out. */
  listen(token: string, listener: TokenHolderSays): () => void;
  /** Who listens on a token. Throws what AWS answers to one that is over, foreign or made up. */
  listener(token: string, region: string): TokenHolderSays;
}

/** AWS's are some hundreds of characters long as well: nobody should count on short ones. */
const chanceDigits = 400;

/** No tokens at first. */
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

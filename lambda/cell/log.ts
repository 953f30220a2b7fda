import { Logger } from '@aws-lambda-powertools/logger';

/** The structured log of the functions. Phone numbers go through `masked`. */
export const log = new Logger({ serviceName: 'permanence' });

/** A phone number as a log may show it: country and last two digits. */
export function masked(number: string): string {
  return `${number.slice(0, 3)}...${number.slice(-2)}`;
}

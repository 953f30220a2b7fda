import { Logger } from '@aws-lambda-powertools/logger';

/** The structured log of the functions. Phone numbers must pass through `masked`. */
export const log = new Logger({ serviceName: 'permanence' });

/** A phone number as a log may show it: the country and the last two digits. */
export function masked(number: string): string {
  return `${number.slice(0, 3)}...${number.slice(-2)}`;
}

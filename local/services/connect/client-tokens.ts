import type { Clock } from '../../time/clock.ts';
import type { Document } from '../wire/json-protocol.ts';
import type { Instance } from './instances.ts';
import { invalid, optional } from './wire.ts';

/** Source: Amazon Connect API reference, `ClientToken`. */
const lifeMs = 7 * 24 * 3600 * 1000;
const longestToken = 500;

/** Which contact was answered to which client token. */
export interface ClientTokens {
  /** The contact of this request, if it was made before under the same token; else the one that `start` makes of it. */
  contactOf(instance: Instance, request: Document, start: () => string): string;
}

export function clientTokens(clock: Clock): ClientTokens {
  const answers = new Map<string, { readonly contactId: string; readonly at: number }>();
  return {
    contactOf(instance, request, start) {
      const token = optional(request, 'ClientToken');
      if (token === undefined) return start();
      if (token.length > longestToken) throw invalid(`ClientToken has more than ${longestToken} characters`);
      const key = `${instance.id}/${token}`;
      const known = answers.get(key);
      const now = clock.now();
      if (known !== undefined && now < known.at + lifeMs) return known.contactId;
      const contactId = start();
      answers.set(key, { contactId, at: now });
      return contactId;
    },
  };
}

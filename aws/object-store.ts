import { requestMs } from '../domain/timeouts.ts';
import { type Credentials, type SignedAnswer, signedRequests } from './signed-requests.ts';

/** The object of the organization in one region's bucket. */
export interface ObjectStore {
  /** The object's text; undefined when there is none. Rejects when the region does not answer. */
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
}

export interface Bucket {
  readonly region: string;
  readonly name: string;
  /** Where requests go instead of the region's own endpoint, as with the SDK's `AWS_ENDPOINT_URL`. */
  readonly endpointUrl?: string | undefined;
}

/**
 * Reads and writes the object with two requests of S3 that the SDK's own signer signs. The S3 client would make each bundle
 * 140 kB larger, and every alarm waits for the intake's bundle to load.
 */
export function objectStore({ region, name, endpointUrl }: Bucket, credentials: Credentials): ObjectStore {
  const request = signedRequests(
    { service: 's3', region, endpointUrl, timeoutMs: requestMs.object, uriEscapePath: false },
    credentials,
  );
  const pathOf = (key: string) => `/${name}/${key}`;

  return {
    async read(key) {
      const response = await request({ method: 'GET', path: pathOf(key) });
      if (response.status === 404) return undefined;
      if (response.status !== 200) throw unexpected(response, key);
      return response.body;
    },
    async write(key, body) {
      const response = await request({ method: 'PUT', path: pathOf(key), body });
      if (response.status !== 200) throw unexpected(response, key);
    },
  };

  function unexpected({ status, body }: SignedAnswer, key: string): Error {
    return new Error(`S3 in ${region} answered ${status} for ${name}/${key}: ${body.slice(0, 200)}`);
  }
}

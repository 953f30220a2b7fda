import type { Caller } from '../../kernel/service.ts';

/** A request to an API, its stage left out of the path. */
export interface ApiRequest {
  readonly method: string;
  /** As it came, still encoded: `/v1/incidents/A%20B`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Who signed it, where it carries an AWS signature. */
  readonly signedBy?: Caller;
}

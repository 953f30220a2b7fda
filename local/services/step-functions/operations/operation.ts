/** The API of Step Functions, operation by operation. */

import type { Permission } from '../../../kernel/service.ts';
import type { Document } from '../../wire/json-protocol.ts';

/** A request that has only members which the operation takes. */
export interface Request {
  readonly document: Document;
  readonly region: string;
  readonly drop: boolean;
}

/** One operation of the API. */
export interface Operation {
  readonly members: readonly string[];
  permissions(document: Document, region: string): readonly Permission[];
  perform(request: Request): Document;
}

/** The operations by AWS's names. */
export type Operations = Readonly<Record<string, Operation>>;

/** A member that may be absent, and otherwise must be a string. */
export function optional<Name extends string>(document: Document, name: Name): { [name in Name]?: string } {
  const value = document[name];
  if (value === undefined) return {};
  if (typeof value !== 'string') throw new Error(`${name} must be a string, got ${JSON.stringify(value)}`);
  return { [name]: value } as { [name in Name]?: string };
}

/** One page of a list, with `maxResults` and `nextToken`. */
export function page<T>(
  all: readonly T[],
  document: Document,
  most: number,
): { items: readonly T[]; nextToken?: string } {
  const from = Number(document['nextToken'] ?? 0);
  const size = Number(document['maxResults'] ?? 0) || Math.min(100, most);
  const to = from + Math.min(size, most);
  return { items: all.slice(from, to), ...(to < all.length ? { nextToken: String(to) } : {}) };
}

import type { Permission } from '../../../kernel/service.ts';
import type { Document } from '../../wire/json-protocol.ts';

/** A request, its members known to be none but those that the operation takes. */
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

/** By the name that AWS gives to each. */
export type Operations = Readonly<Record<string, Operation>>;

/** A member that may be absent, but is a string when it is there. */
export function optional<Name extends string>(document: Document, name: Name): { [name in Name]?: string } {
  const value = document[name];
  if (value === undefined) return {};
  if (typeof value !== 'string') throw new Error(`${name} must be a string, got ${JSON.stringify(value)}`);
  return { [name]: value } as { [name in Name]?: string };
}

/** One page of a list, in the manner of `maxResults` and `nextToken`. */
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

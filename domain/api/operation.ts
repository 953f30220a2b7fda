import type * as z from 'zod/mini';

/** JSON of a shape, with an example for whoever reads the document. */
export interface Json<S extends z.ZodMiniType = z.ZodMiniType> {
  readonly type: 'json';
  readonly schema: S;
  readonly example: z.input<S>;
}

/** What goes over the wire: JSON, or something that no schema describes. */
export type Content = Json | { readonly type: 'page' | 'form' | 'text' | 'openapi' };

/** What an operation takes and answers. */
export interface Operation {
  readonly summary: string;
  readonly description?: string;
  /** An object with a member for each parameter. */
  readonly query?: z.ZodMiniObject;
  readonly body?: Content & { readonly description?: string };
  /** Whether the header `Idempotency-Key` makes a repeated request count once. */
  readonly isIdempotent?: true;
  /** The answers to what is done, by status. No content: the body is empty. */
  readonly answers: Readonly<Record<number, { readonly description: string; readonly content?: Content }>>;
  /** The refusals, with the words for each. */
  readonly refusals: Readonly<Partial<Record<RefusalStatus, string>>>;
  /** Whether refusals are problem documents, or pages for people. */
  readonly refusedBy: 'problem' | 'page';
}

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 422 | 429 | 503;

/** Describes JSON. */
export function json<S extends z.ZodMiniType>(schema: S, example: z.input<S>): Json<S> {
  return { type: 'json', schema, example };
}

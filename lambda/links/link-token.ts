import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { hour, type Instant } from '../../domain/time/instant.ts';

/** What a signed link opens, and until when. */
export type Link =
  /** The operators' board, with the tasks of both cells. */
  | { readonly kind: 'board'; readonly until: Instant }
  /** One task of one incident, and nothing else. */
  | {
      readonly kind: 'task';
      /** The incident's id. */
      readonly incident: string;
      readonly task: string;
      readonly until: Instant;
    };

/** The outcome of opening a token. `foreign`: the token was altered, signed by somebody else, or is no token at all. */
export type Unsealed =
  | { readonly kind: 'opened'; readonly link: Link }
  | { readonly kind: 'expired' }
  | { readonly kind: 'foreign' };

/** The length of a shift with its handover. The next operators ask for a link of their own. */
export const boardLinkLasts = 12 * hour;

/** A link comes with its task, and nobody can ask for another. A task that is open for longer is on the board. */
export const taskLinkLasts = 24 * hour;

/** Characters of a token: three times the longest that is made here. */
const maxToken = 600;

const linkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('board'), until: z.number() }),
  z.strictObject({ kind: z.literal('task'), incident: z.string(), task: z.string(), until: z.number() }),
]);

/** The name of the task that a link opens. */
export function taskIn({ incident, task }: Extract<Link, { kind: 'task' }>): string {
  return `${incident}/${task}`;
}

/** The token of a link: what it opens, which is no secret, and a signature over it. */
export function seal(link: Link, key: string): string {
  const content = Buffer.from(JSON.stringify(link)).toString('base64url');
  return `${content}.${signatureOf(content, key)}`;
}

/** Opens a token. It checks the signature first, so it reads only what was written here. */
export function unseal(token: string, key: string, now: Instant): Unsealed {
  const [content = '', signature = '', ...rest] = token.slice(0, maxToken + 1).split('.');
  const isGenuine =
    token.length <= maxToken && rest.length === 0 && isSame(signature, signatureOf(content, key));
  if (!isGenuine) return { kind: 'foreign' };
  const link = linkSchema.safeParse(jsonIn(content));
  if (!link.success) return { kind: 'foreign' }; // of a version that knows other screens
  return now < link.data.until ? { kind: 'opened', link: link.data } : { kind: 'expired' };
}

function signatureOf(content: string, key: string): string {
  return createHmac('sha256', key).update(content).digest('base64url');
}

/** Compares in constant time, so that nobody can measure how much of a guess was right. */
function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function jsonIn(content: string): unknown {
  try {
    return JSON.parse(Buffer.from(content, 'base64url').toString());
  } catch {
    return undefined;
  }
}

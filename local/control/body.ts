import type { PortRequest } from '../kernel/port.ts';
import type { AwsAnswer } from '../kernel/service.ts';

/** The members of a request to `/local/...`, not checked yet. */
export type Body = Readonly<Record<string, unknown>>;

/** Reads the JSON of a request. Like all functions here, it throws `bad` when a value is not allowed. */
export function bodyOf({ method, body }: PortRequest): unknown {
  if (method === 'GET') return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw bad('The body is not JSON');
  }
}

/** Returns the members. Throws when there are others than `known`. */
export function fields(body: unknown, known: readonly string[]): Body {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw bad('The body is not an object');
  const unknown = Object.keys(body).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw bad(`Unknown: ${unknown.join(', ')}; allowed: ${known.join(', ')}`);
  return { ...body };
}

export function number(value: unknown, name: string, most: number): number {
  if (typeof value === 'number' && value >= 0 && value <= most) return value;
  throw bad(`${name}: a number from 0 to ${most}, got ${JSON.stringify(value)}`);
}

export function phoneNumber(value: unknown, what: string): string {
  if (typeof value === 'string' && /^\+[1-9]\d{6,14}$/.test(value)) return value;
  throw bad(`${what}: a number such as +32470000000, got ${JSON.stringify(value)}`);
}

const badRequest = 'BadRequest';

/** An error that the API answers with 400 and this sentence. */
export function bad(message: string): Error {
  return Object.assign(new Error(message), { name: badRequest });
}

export function isBad(error: unknown): error is Error {
  return error instanceof Error && error.name === badRequest;
}

export function json(value: unknown): AwsAnswer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { didYouMean } from '../domain/did-you-mean.ts';
import type { Organization } from '../domain/organization.ts';
import { maxMinutes } from '../domain/reply-time.ts';

/** What a person says about an incident through the API. */
export interface Said {
  /** The responder's id. */
  readonly by: string;
  readonly path: 'board' | 'command line';
  readonly minutes?: number | undefined;
  readonly note?: string | undefined;
  /** Names the request: sent to both cells, it counts once. */
  readonly id: string;
}

/** Characters of a note: a timeline is read on a phone, and its entries stand in the incident's item. */
const maxNote = 1000;

/** Characters of an idempotency key: an incident remembers the last of them. */
const maxId = 100;

const minutes = z.number({ error: `must be a whole number of minutes from 1 to ${maxMinutes}` }).check(
  z.refine((value) => Number.isInteger(value) && value >= 1 && value <= maxMinutes, {
    error: `must be a whole number of minutes from 1 to ${maxMinutes}`,
  }),
);
const note = z
  .string({ error: 'must be a text' })
  .check(z.maxLength(maxNote, { error: `must be at most ${maxNote} characters` }));
const everybody = {
  by: z.string({ error: 'must be the id of the responder who says so' }),
  path: z.optional(z.enum(['board', 'command line'], { error: 'must be board or command line' })),
};

/** What each action takes. */
const bodies = {
  acknowledge: z.strictObject({ ...everybody, minutes: z.optional(minutes) }),
  decline: z.strictObject(everybody),
  resolve: z.strictObject({ ...everybody, note: z.optional(note) }),
};

/** What can be done to an incident. */
export type Action = keyof typeof bodies;

/** Reads the body of an action, or says what is wrong with it. Only a responder of the organization can say anything. */
export function readBody(
  event: APIGatewayProxyEvent,
  action: Action,
  organization: Organization,
): Said | string {
  const body = jsonOf(event);
  if (body === undefined)
    return `The body must be JSON, such as ${JSON.stringify({ by: Object.keys(organization.responders)[0] })}.`;
  const parsed = bodies[action].safeParse(body);
  if (!parsed.success) return [...problemsIn(parsed.error.issues), whoThereIs(organization)].join(' ');

  const { by, path = 'command line', ...rest } = parsed.data;
  if (!Object.hasOwn(organization.responders, by)) {
    return `There is no responder ${by}${didYouMean(by, Object.keys(organization.responders))}. ${whoThereIs(organization)}`;
  }
  const id = idOf(event);
  return id.length > maxId
    ? `Idempotency-Key must be at most ${maxId} characters.`
    : { by, path, id: `request#${id}`, ...rest };
}

function jsonOf({ body, isBase64Encoded }: APIGatewayProxyEvent): unknown {
  const text = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString();
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemsIn(issues: readonly z.core.$ZodIssue[]): readonly string[] {
  return issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `${issue.keys.join(', ')} is not known here.`
      : `${issue.path.join('.') || 'The body'} ${issue.path.length > 0 ? issue.message : 'must be a JSON object'}.`,
  );
}

function whoThereIs({ responders }: Organization): string {
  const names = Object.entries(responders).map(([id, { name }]) => `${id} (${name})`);
  return `Responders: ${names.join(', ')}.`;
}

function idOf({ headers, requestContext }: APIGatewayProxyEvent): string {
  const given = Object.entries(headers).find(([name]) => name.toLowerCase() === 'idempotency-key')?.[1];
  return given ?? requestContext.requestId;
}

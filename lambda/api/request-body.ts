import type { APIGatewayProxyEvent } from 'aws-lambda';
import type * as z from 'zod/mini';
import { didYouMean } from '../../domain/organization/did-you-mean.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { headerOf } from '../http/problem.ts';
import { type Action, actionBodies } from './action-bodies.ts';
import { type ConsentWords, consentWords } from './consent-words.ts';

/** What a person says about an incident through the API. */
export type Said = SaidWords & Saying;

/** Who says it, and how. */
export interface Saying {
  /** The responder's id. */
  readonly by: string;
  readonly path: 'board' | 'command line';
  /** Names the request: sent to both cells, it counts once. */
  readonly id: string;
}

type SaidWords =
  | { [A in Exclude<Action, 'consent'>]: { readonly action: A } & WordsOf<A> }[Exclude<Action, 'consent'>]
  | { readonly action: 'consent'; readonly wants: ConsentWords };

type WordsOf<A extends Action> = Readonly<Omit<z.infer<(typeof actionBodies)[A]>, 'by' | 'path'>>;

/** Characters of an idempotency key: an incident remembers the last of them. */
const maxId = 100;

/** Reads the body of an action, or says what is wrong with it. Only a responder of the organization can say anything. */
export function readBody(
  event: APIGatewayProxyEvent,
  action: Action,
  organization: Organization,
): Said | string {
  const body = jsonOf(event);
  if (body === undefined)
    return `The body must be JSON, such as ${JSON.stringify({ by: Object.keys(organization.responders)[0] })}.`;
  const parsed = actionBodies[action].safeParse(body);
  if (!parsed.success) return [...problemsIn(parsed.error.issues), whoThereIs(organization)].join(' ');

  const { by, path = 'command line', ...words } = parsed.data;
  if (!Object.hasOwn(organization.responders, by)) {
    return `There is no responder ${by}${didYouMean(by, Object.keys(organization.responders))}. ${whoThereIs(organization)}`;
  }
  const id = headerOf(event, 'idempotency-key') ?? event.requestContext.requestId;
  if (id.length > maxId) return `Idempotency-Key must be at most ${maxId} characters.`;
  const saying: Saying = { by, path, id: `request#${id}` };
  if (action !== 'consent') return { ...words, action, ...saying } as Said;
  const wants = consentWords(words);
  return typeof wants === 'string' ? wants : { action, wants, ...saying };
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

/** Whom a request may name, for whoever named nobody. */
export function whoThereIs({ responders }: Organization): string {
  const names = Object.entries(responders).map(([id, { name }]) => `${id} (${name})`);
  return `Responders: ${names.join(', ')}.`;
}

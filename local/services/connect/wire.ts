import { type AwsAnswer, type AwsCall, type AwsError, awsError } from '../../kernel/service.ts';
import type { Clock } from '../../time/clock.ts';
import { type Document, documentOf } from '../wire/json-protocol.ts';
import type { Instance } from './instances.ts';
import { type Operation, operations } from './operations.ts';

/** The operation of a call. Throws for an unknown operation, and for members that this cloud would have to ignore. */
export function operationOf({ method, path }: AwsCall): Operation {
  const found = operations.find((one) => one.method === method && membersInPath(one, path) !== undefined);
  if (found !== undefined) return found;
  const known = operations.map(({ name }) => name).join(', ');
  throw new Error(`The local cloud does not know ${method} ${path} of Amazon Connect; it knows ${known}`);
}

/** The members of a request: those of its body, and those in its path. */
export function requestOf(call: AwsCall): Document {
  return { ...documentOf(call), ...membersInPath(operationOf(call), call.path) };
}

/** Undefined when this is not a path of the operation. */
function membersInPath(operation: Operation, path: string): Document | undefined {
  const wanted = operation.path.split('/');
  const given = path.split('/');
  const isSame = wanted.every((part, index) => part.startsWith('{') || part === given[index]);
  if (!isSame || wanted.length !== given.length) return undefined;
  const members = wanted.flatMap((part, index) =>
    part.startsWith('{') ? [[part.slice(1, -1), decodeURIComponent(given[index] ?? '')] as const] : [],
  );
  return Object.fromEntries(members);
}

/** Returns a member that AWS requires. */
export function required(request: Document, name: string): string {
  const value = optional(request, name);
  if (value === undefined || value === '') throw invalid(`${name} is required`);
  return value;
}

export function optional(request: Document, name: string): string | undefined {
  const value = request[name];
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
  throw invalid(`${name} must be a string`);
}

export function invalid(message: string): AwsError {
  return awsError('InvalidParameterException', message);
}

export function answer(document: Document): AwsAnswer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(document) };
}

/** The HTTP status by error code, where it is not 400. Source: the service's model. */
const statuses: Readonly<Record<string, number>> = {
  AccessDeniedException: 403,
  ContactNotFoundException: 410,
  DestinationNotAllowedException: 403,
  LimitExceededException: 429,
  OutboundContactNotPermittedException: 403,
  ResourceNotFoundException: 404,
  ServiceQuotaExceededException: 402,
  ServiceUnavailable: 503,
  ThrottlingException: 429,
};

/** An error of a REST service with JSON. Its type is in a header. */
export function failure({ code, message, status }: AwsError): AwsAnswer {
  return {
    status: statuses[code] ?? status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: JSON.stringify({ Message: message, message }),
  };
}

/** Source: Amazon Connect API reference, `Attributes`. */
const mostBytes = 32_768;

/** The attributes of a request, checked as AWS checks them. */
export function attributesOf(request: Document): Map<string, string> {
  const given = request['Attributes'] ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) throw invalid('Attributes must be a map');
  const entries = Object.entries(given as Document).map(([name, value]) => {
    if (!/^[A-Za-z0-9_-]+$/.test(name)) throw invalid(`Attributes cannot hold the key ${name}`);
    if (typeof value !== 'string') throw invalid(`The attribute ${name} must be a string`);
    return [name, value] as const;
  });
  const bytes = entries.reduce((sum, [name, value]) => sum + Buffer.byteLength(name + value), 0);
  if (bytes > mostBytes) throw invalid(`Attributes hold more than ${mostBytes} bytes`);
  return new Map(entries);
}

/** Source: Amazon Connect API reference, `ClientToken`. */
const lifeMs = 7 * 24 * 3600 * 1000;

const longestToken = 500;

/** The contact that was returned for each client token. */
export interface ClientTokens {
  /** Returns the contact of an earlier request with the same token. Otherwise `start` makes one. */
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

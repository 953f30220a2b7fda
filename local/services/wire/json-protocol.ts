/** The wire protocols of AWS. This file holds the JSON protocols. */

import { type AwsAnswer, type AwsCall, type AwsError, awsError } from '../../kernel/service.ts';

/** The members of a request or an answer. */
export type Document = Record<string, unknown>;

/** The operation in the header `x-amz-target`. Throws when it is not one of `known`. */
export function targetOperation(call: AwsCall, known: readonly string[]): string {
  const target = call.headers['x-amz-target'] ?? `${call.method} ${call.path}`;
  const operation = target.slice(target.lastIndexOf('.') + 1);
  if (known.includes(operation)) return operation;
  throw new Error(
    `The local cloud does not know the operation "${target}" of ${call.service}; it knows ${known.join(', ')}`,
  );
}

/** Parses the request. Each call parses anew, so the caller may change the result. */
export function documentOf(call: AwsCall): Document {
  const text = call.body.toString('utf8');
  try {
    return JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw awsError('SerializationException', 'The body is not JSON');
  }
}

/** Throws for members that this cloud would have to ignore. */
export function onlyMembers(document: Document, known: readonly string[], operation: string): void {
  const unknown = Object.keys(document).filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`The local cloud does not know ${unknown.join(', ')} of ${operation}`);
}

/** A required string member of the request. When it is absent, throws as AWS does. */
export function requiredText(document: Document, name: string): string {
  const value = document[name];
  if (typeof value === 'string') return value;
  throw awsError('ValidationException', `The parameter ${name} is required and must be a string`);
}

export function jsonAnswer(document: Document): AwsAnswer {
  return { status: 200, headers: jsonHeaders, body: JSON.stringify(document) };
}

/** An error in the JSON protocols. Its body holds the type, the message and further members. */
export function jsonFailure(error: AwsError, namespace = ''): AwsAnswer {
  const type = namespace === '' ? error.code : `${namespace}#${error.code}`;
  const body = JSON.stringify({ __type: type, message: error.message, ...error.details });
  return { status: error.status, headers: jsonHeaders, body };
}

const jsonHeaders = { 'content-type': 'application/x-amz-json-1.0' };

const refusalWords: Readonly<Record<number, string>> = {
  400: 'Not understood: the detail says what is allowed.',
  403: 'Not signed, or by somebody who may not.',
  404: 'There is no such incident or roster.',
  409: 'The incident is resolved already, or the detail says what stands in the way.',
  503: 'Not answered: try again, here or at the other cell.',
};

/** A time as the API writes it. */
export const time = { type: 'string', format: 'date-time' } as const;

/** A time that there may not be. */
export const timeOrNull = { ...time, type: ['string', 'null'] } as const;

export const textOrNull = { type: ['string', 'null'] } as const;

/** A responder. */
export const person = {
  responder: { type: 'string', description: 'The id of a responder.' },
  name: { type: 'string' },
} as const;

/** How a path names an incident. */
export function incidentName() {
  const description = 'Its code, such as A7K, or its id.';
  return { name: 'id', in: 'path', required: true, schema: { type: 'string' }, description } as const;
}

export function queryParameter(name: string, schema: unknown, description: string) {
  return { name, in: 'query', schema, description } as const;
}

/** What a caller proves itself with. */
export function signed() {
  return [{ awsSignature: [] }];
}

/** An answer whose body is one of the schemas. */
export function answerOf(schema: string, description: string) {
  return {
    description,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
  };
}

/** Why a request is not done; two reasons are always there. */
export function refusals(...statuses: readonly number[]) {
  const schema = { $ref: '#/components/schemas/Problem' };
  const content = { 'application/problem+json': { schema } };
  return Object.fromEntries(
    [...statuses, 403, 503].map((status) => [status, { description: refusalWords[status], content }]),
  );
}

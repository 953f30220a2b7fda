import * as z from 'zod/mini';

/** What a schema describes, as data that nobody changes. */
export type Shape<S extends z.core.$ZodType> = Frozen<z.infer<S>>;

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Frozen<T[Name]> }
    : T;

/** A time as the API writes it: ISO 8601, in UTC. */
export const time = z.iso.datetime();

/** A time that may be missing. */
export const timeOrNull = z.nullable(time);

export const textOrNull = z.nullable(z.string());

/** A number of things. */
export const count = z.int().check(z.minimum(0));

/** The zone in which people read times. */
export const timeZone = z.string().check(z.describe('The company’s, in which people read times.'));

/** A responder. */
export const person = z.object({
  responder: z.string().check(z.describe('The id of a responder.')),
  name: z.string(),
});

/** A customer of the organization. */
export const customer = z.object({ id: z.string(), name: z.string() });

export type Person = Shape<typeof person>;

/** The place where the next page of an answer begins. */
export const cursorOrNull = textOrNull.check(
  z.describe('The `cursor` of the next page; null on the last one.'),
);

/** The query parameter that asks for the next page. */
export const cursor = z.string().check(z.describe('The `next` of the answer before.'));

import type * as z from 'zod/mini';
import * as examples from './examples.ts';
import { changedIncident } from './incident.ts';
import { json } from './operation.ts';

export const again = 'Not answered: try again, here or at the other cell.';
const notSigned = 'Not signed, or by somebody who may not.';
export const notUnderstood = 'Not understood: the detail says what is allowed.';

/** Why the requests of people and their tools are refused, all of them. */
export const signed = { 403: notSigned, 503: again };

/** An action on an incident: its body, and the incident as the action has changed it. */
export function action<S extends z.ZodMiniType>(summary: string, body: S, example: z.input<S>) {
  return {
    summary,
    body: json(body, example),
    isIdempotent: true,
    answers: { 200: { description: 'As it is now.', content: json(changedIncident, examples.changed) } },
    refusals: {
      400: notUnderstood,
      404: 'There is no such incident.',
      409: 'The incident is resolved already (or, to be opened again, is open, or replaced by a newer one of its alarm), or the detail says what stands in the way.',
      ...signed,
    },
    refusedBy: 'problem',
  } as const;
}

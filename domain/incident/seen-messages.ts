import type { Incident } from './incident.ts';

/**
 * The number of message ids that an incident stores, so that a message counts once, however late it is delivered again. All
 * people together send fewer messages about one incident. The ids take a tenth of the room of its item.
 */
const maxRememberedAnswers = 500;

/** Stores the id of a message, so that the incident recognizes the message when it is delivered again. */
export function remembering(incident: Incident, id: string): Incident {
  return { ...incident, answers: [...incident.answers, id].slice(-maxRememberedAnswers) };
}

import type { Incident } from './incident.ts';

/**
 * Messages that an incident remembers, so as to count each once however late it is delivered again: more than all its
 * people ever send about it, in a tenth of the room that its item has.
 */
const rememberedAnswers = 500;

/** The incident that will know a message again. */
export function remembering(incident: Incident, id: string): Incident {
  return { ...incident, answers: [...incident.answers, id].slice(-rememberedAnswers) };
}

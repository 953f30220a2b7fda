import type { Incident } from './incident.ts';

/** Messages that an incident remembers so as to count each once: more than its people send within a redelivery. */
const rememberedAnswers = 20;

/** The incident that will know a message again. */
export function remembering(incident: Incident, id: string): Incident {
  return { ...incident, answers: [...incident.answers, id].slice(-rememberedAnswers) };
}

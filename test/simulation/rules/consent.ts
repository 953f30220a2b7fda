import { exampleOrganization } from '../../scenarios/example.ts';
import { kindOfMessage } from '../notice-kinds.ts';
import { isHarmed, type Play } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** Within this time the engineer who asked hears what the customer answered. */
const withinMs = 30_000;

/** Nobody is told that the customer consents unless it did. The engineer who asked hears the answer. */
export function consent({ incidents, play, now }: Scene): readonly string[] {
  return incidents.flatMap((seen) => [
    ...madeUp(seen, play),
    ...untold(seen, play, now),
    ...withoutCustomer(seen),
  ]);
}

/** What management decided alone becomes a promise: the customer must hear it. */
function withoutCustomer({ incident }: Seen): readonly string[] {
  const { code, slaTerms, consents, promises } = incident;
  return consents
    .filter(({ answer }) => answer?.kind === 'decided' && slaTerms !== undefined)
    .filter(
      ({ id }) => !promises.some(({ about, consent: request }) => about === 'decision' && request === id),
    )
    .map(({ id }) => `${code}: nobody tells the customer what was decided about ${id}`);
}

function madeUp({ incident, timeline }: Seen, { heard }: Play): readonly string[] {
  const granted = timeline.filter(
    (entry) =>
      entry.kind === 'consent answered' && (entry.answer === 'granted' || entry.answer === 'decided'),
  );
  return heard
    .filter(({ code, text }) => code === incident.code && kindOfMessage(text) === 'consentGranted')
    .filter(({ at }) => !granted.some((entry) => entry.at <= at))
    .map(({ number }) => `${incident.code}: ${number} heard of a consent that nobody has given`);
}

function untold({ incident, timeline }: Seen, play: Play, now: number): readonly string[] {
  return timeline.flatMap((entry) => {
    if (entry.kind !== 'consent answered' || entry.answer === 'withdrawn') return [];
    const request = incident.consents.find(({ id }) => id === entry.request);
    const number = exampleOrganization.responders[request?.by ?? '']?.numbers[0];
    if (number === undefined || entry.at + withinMs > now || isHarmed(play.night, entry.at)) return [];
    const isOver = timeline.some(
      ({ kind, at }) => kind === 'resolved' && at >= entry.at && at <= entry.at + withinMs,
    );
    const isTold = play.heard.some(
      (one) =>
        one.number === number &&
        one.at >= entry.at - 1000 &&
        one.at <= entry.at + withinMs &&
        /^consent/.test(kindOfMessage(one.text) ?? ''),
    );
    return isTold || isOver
      ? []
      : [`${incident.code}: ${request?.by} never heard that the consent was ${entry.answer}`];
  });
}

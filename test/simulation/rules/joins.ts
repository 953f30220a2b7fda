import { pagedOrHeld } from '../../../domain/incident/incident.ts';
import type { Entry } from '../../../domain/incident/timeline.ts';
import type { Severity } from '../../../domain/organization/organization.ts';
import { exampleOrganization } from '../../scenarios/example.ts';
import { kindOfMessage } from '../notice-kinds.ts';
import { type AcceptedAlarm, isHarmed, type Play } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** A driver's turns from an event to the messages about it. */
const withinMs = 30_000;

/** The time from a person's resolution to the write of it, and from a source's event. */
const writeMs = 10_000;

const severities: readonly Severity[] = ['critical', 'high', 'low'];

/**
 * What becomes of a source's event: it is in an incident of its own service, a worse severity makes the incident worse and is
 * heard by whoever has it, and a new firing is never taken for one that is over. `low` pages nobody in a night that holds it.
 */
export function joins({ incidents, play, now }: Scene): readonly string[] {
  const firings = play.accepted.filter(({ state }) => state === 'firing');
  return [
    ...firings.flatMap((firing) => inOtherService(firing, incidents)),
    ...firings
      .filter((firing) => isSwallowed(firing, incidents, play))
      .map(({ code, alarm }) => `${code}: ${alarm} fires again, and the answer is that it is over`),
    ...firings.flatMap((firing) => notWorse(firing, incidents, now)),
    ...incidents.flatMap((seen) => [...unheardWorse(seen, play, now), ...pagedInTheNight(seen)]),
  ];
}

function inOtherService(firing: AcceptedAlarm, incidents: readonly Seen[]): readonly string[] {
  const seen = incidents.find(({ id }) => id === firing.incidentId);
  if (seen === undefined || seen.timeline.some(({ kind }) => kind === 'assigned')) return [];
  const { code, route } = seen.incident;
  return route.service === firing.service
    ? []
    : [`${code}: is about ${route.service}, and has an alarm of ${firing.service}`];
}

/** Nothing of its source is newer, it came for the first time, and nobody resolved the incident at that moment. */
function isSwallowed(firing: AcceptedAlarm, incidents: readonly Seen[], { accepted, ledger, night }: Play) {
  if (firing.status !== 'resolved' || isHarmed(night, firing.at)) return false;
  const seen = incidents.find(({ id }) => id === firing.incidentId);
  if (seen === undefined) return false;
  const isNewest = !ledger
    .all()
    .some(
      ({ via, means, about, occurredAt = 0 }) =>
        via === 'source' && means === 'done' && about === seen.item.key && occurredAt >= firing.occurredAt,
    );
  const isRepeated = accepted.some(
    (other) => other !== firing && other.alarm === firing.alarm && other.occurredAt === firing.occurredAt,
  );
  const isAtOnce = seen.timeline.some(
    ({ kind, at }) => kind === 'resolved' && at > firing.sentAt - writeMs && at <= firing.at,
  );
  return isNewest && !isRepeated && !isAtOnce;
}

function notWorse(firing: AcceptedAlarm, incidents: readonly Seen[], now: number): readonly string[] {
  const seen = incidents.find(({ id }) => id === firing.incidentId);
  const { severity, status, at } = firing;
  if (seen === undefined || severity === undefined || status === 'resolved' || now < at + writeMs) return [];
  const { code, route } = seen.incident;
  return severities.indexOf(route.severity) > severities.indexOf(severity)
    ? [`${code}: an event says ${severity}, and it is still ${route.severity}`]
    : [];
}

/** Who has the incident when it becomes worse hears that it is. */
function unheardWorse({ incident: { code }, timeline }: Seen, play: Play, now: number): readonly string[] {
  return timeline.flatMap((entry, index) => {
    if (entry.kind !== 'worse' || now < entry.at + withinMs || isHarmed(play.night, entry.at)) return [];
    const held = timeline.slice(0, index).findLast(({ kind }) => ends.has(kind));
    const isPassing = timeline
      .slice(index + 1)
      .some((next) => next.at <= entry.at + withinMs && (ends.has(next.kind) || next.kind === 'worse'));
    if (held?.kind !== 'acknowledged' || held.until <= entry.at + withinMs || isPassing) return [];
    const number = exampleOrganization.responders[held.by]?.numbers[0];
    const isHeard = play.heard.some(
      (one) =>
        one.number === number &&
        one.code === code &&
        one.at >= entry.at &&
        tellsWorse.includes(kindOfMessage(one.text)),
    );
    return isHeard
      ? []
      : [`${code}: is ${entry.severity} now, and ${held.by}, who has it, has not heard that`];
  });
}

const tellsWorse: readonly ReturnType<typeof kindOfMessage>[] = ['nowCritical', 'nowHigh', 'page'];

/** The entries that begin or end an acknowledgement. */
const ends: ReadonlySet<Entry['kind']> = new Set([
  ...(['acknowledged', 'acknowledgement ran out', 'declined', 'undone', 'not on it'] as const),
  ...(['resolved', 'reopened', 'contact center said'] as const),
]);

/** Somebody is paged about a `low` incident that opened, or whose acknowledgement ran out, in a night that holds it. */
function pagedInTheNight({ incident, timeline }: Seen): readonly string[] {
  if (incident.route.severity !== 'low') return [];
  return timeline.flatMap((entry, index) => {
    if (entry.kind !== 'paged') return [];
    const last = timeline.slice(0, index).findLastIndex(({ kind }) => begins.has(kind));
    const begun = timeline[last];
    if (begun === undefined || timeline.slice(0, index).some(({ kind }) => asks.has(kind))) return [];
    const isHeld = [begun.at, entry.at].every(
      (at) => pagedOrHeld(incident.policy, incident.route, at).status === 'held',
    );
    return isHeld ? [`${incident.code}: is low, and ${entry.responder} was paged in the night`] : [];
  });
}

const begins: ReadonlySet<Entry['kind']> = new Set(['opened', 'acknowledgement ran out']);

/** Somebody wants people to be asked at night, or a person has begun a round. The rule judges the plain cases only. */
const asks: ReadonlySet<Entry['kind']> = new Set([
  ...(['additional responder asked', 'major incident', 'worse', 'reopened', 'assigned'] as const),
  ...(['declined', 'undone', 'not on it', 'contact center said'] as const),
]);

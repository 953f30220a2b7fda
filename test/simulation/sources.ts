import { togetherHeader } from '../../local/quiet/lockstep.ts';
import { alarmKey } from '../../sources/raw-event.ts';
import { other, own } from '../scenarios/laptop.ts';
import { laptopKeyHeader } from './laptop-key.ts';
import type { AlarmEvent, AlarmPlan } from './night.ts';
import type { Play } from './play.ts';

/** A source sends an event again when the cell did not accept it, as SNS and others do. */
const retryAfterMs = 10_000;
const longestRetryMs = 60_000;
const maxTries = 60;

/** Plans what the sources send in the night. */
export function planAlarms(play: Play): void {
  const { night, agenda } = play;
  for (const alarm of night.alarms) {
    for (const event of alarm.events) {
      const at = night.startAt + event.after * 1000;
      const cells = event.cells === 'both' ? [own, other] : [event.cells === 'own' ? own : other];
      agenda.add(at, async () => {
        const sending = { event, sentAt: at, tries: 1, together: cells.length };
        await Promise.all(cells.map((region) => send(play, alarm, { ...sending, region })));
      });
    }
  }
}

interface Sending {
  readonly event: AlarmEvent;
  readonly region: string;
  readonly sentAt: number;
  readonly tries: number;
  /** The number of cells that get the event at the same time. */
  readonly together: number;
}

/** Sends an event to a cell until the cell accepts it. */
async function send(play: Play, alarm: AlarmPlan, sending: Sending): Promise<void> {
  const { stage, story, ledger, night } = play;
  const { event, region, sentAt, tries, together } = sending;
  const { state, lateBy } = event;
  const severity = event.severity ?? alarm.severity;
  const dedupKey = dedupKeyOf(night.seed, alarm);
  const { service, summary } = alarm;
  const occurredAt = sentAt - lateBy * 1000;
  const body = JSON.stringify({
    ...{ dedupKey, service, summary, state },
    ...(severity === undefined ? {} : { severity }),
    occurredAt: new Date(occurredAt).toISOString(),
  });
  const what = `${alarm.name} (${service}${severity === undefined ? '' : `, ${severity}`}) is ${state}`;
  story.tell(stage.now(), `SOURCE ${what}${lateBy > 0 ? ` since ${lateBy} s` : ''}, to ${region}`);
  const told = { by: 'source', via: 'source', about: identityKeyOf(night.seed, alarm), occurredAt } as const;
  if (state === 'resolved') ledger.note({ ...told, at: stage.now(), means: 'done' });
  const sent = { [togetherHeader]: String(together) };
  const headers = { ...laptopKeyHeader, ...sent, 'content-type': 'application/json' };
  const answer = await stage
    .answered(stage.cloud.request('POST', '/v1/alarms', { region, headers, body }))
    .catch((error: unknown) => ({ status: 0, body: { title: String(error) } }));
  story.tell(stage.now(), `  ${region} answers ${answer.status} ${summaryOf(answer.body)}`);
  if (answer.status === 202) {
    if (state === 'firing') ledger.note({ ...told, at: stage.now(), means: 'firing' });
    return accepted(play, alarm, sending, answer.body);
  }
  if (answer.status >= 400 && answer.status < 500)
    throw new Error(`an alarm was refused with ${answer.status}`);
  if (tries >= maxTries) throw new Error(`an alarm was not accepted in ${maxTries} tries`);
  const again = { ...sending, tries: tries + 1, together: 1 };
  const after = Math.min(tries * retryAfterMs, longestRetryMs);
  play.agenda.add(stage.now() + after, () => send(play, alarm, again));
}

function accepted(
  { accepted: all, stage }: Play,
  alarm: AlarmPlan,
  { event, sentAt }: Sending,
  body: Readonly<Record<string, unknown>>,
): void {
  const { incidentId, code, status } = body;
  if (typeof incidentId !== 'string' || typeof code !== 'string') return;
  const at = stage.now();
  const { name, service } = alarm;
  all.push({
    ...{ at, sentAt, alarm: name, service, state: event.state, incidentId, code, status: String(status) },
    ...{ severity: event.severity ?? alarm.severity, occurredAt: sentAt - event.lateBy * 1000 },
  });
}

function summaryOf({ code, status, title }: Readonly<Record<string, unknown>>): string {
  return [code, status, title].filter((part) => part !== undefined && part !== null).join(' ');
}

/** Makes the key unique to the night. */
function dedupKeyOf(seed: number, { name, key = name }: AlarmPlan): string {
  return `night ${seed} ${key}`;
}

/** The key of the table for the whole identity of an alarm. */
export function identityKeyOf(seed: number, alarm: AlarmPlan): string {
  const { service } = alarm;
  return alarmKey({ source: 'native', integration: 'laptop', service, dedupKey: dedupKeyOf(seed, alarm) });
}

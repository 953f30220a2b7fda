import type { Incident, IncidentWithTimeline } from '../../domain/api/incident.ts';
import { aligned, oneLine } from './table-text.ts';
import { clockText, timeText } from './time-text.ts';

type Rows = readonly (readonly string[])[];

/** The facts about an incident that not every incident has. */
export function furtherFacts({ saidYes, serious, expectedAt }: Incident, timeZone: string): Rows {
  return [
    ...(saidYes.length > 1 ? [['on it', saidYes.map(({ name }) => name).join(', ')]] : []),
    ...(serious === null ? [] : [['serious', seriousText(serious, timeZone)]]),
    ...(expectedAt === null ? [] : [['mended by', timeText(expectedAt, timeZone)]]),
  ];
}

/** How often the alarm has fired, and what it says besides its summary. */
export function alarmFacts({ alarms, details, links }: IncidentWithTimeline, timeZone: string): Rows {
  const { count, lastAt, isAtLeast } = alarms;
  const last = lastAt === null ? '' : `, last ${timeText(lastAt, timeZone)}`;
  return [
    ...(count > 1 ? [['fired', `${isAtLeast ? 'at least ' : ''}${count} times${last}`]] : []),
    ...Object.entries(details).map(([name, value]) => [oneLine(name), oneLine(value)]),
    ...links.map(({ href, text }) => ['link', oneLine(text === undefined ? href : `${text}: ${href}`)]),
  ];
}

/** The open tasks, the promises to the customer and the requests for consent: a part for each, with a title. */
export function furtherParts({ tasks, promises, consents }: Incident, timeZone: string): readonly string[] {
  return [
    ...part(
      'For the contact center',
      tasks.map((task) => taskText(task, timeZone)),
    ),
    ...part(
      'For the customer',
      promises.map((promise) => promiseText(promise, timeZone)),
    ),
    ...part(
      'Consent',
      consents.map((request) => consentText(request, timeZone)),
    ),
  ];
}

/** What happens to the incident by itself if nobody says anything. */
export function nextPart({ whatHappensNext }: IncidentWithTimeline, timeZone: string): readonly string[] {
  return part(
    'What happens next',
    whatHappensNext.map(({ at, words }) => [clockText(at, timeZone), oneLine(words)]),
  );
}

/** A request for consent and its outcome. */
export function consentText(
  { request, action, by, answer, answeredAt, who, recordedBy, reason }: Incident['consents'][number],
  timeZone: string,
): readonly string[] {
  const at = answeredAt === null ? [] : [timeText(answeredAt, timeZone)];
  const outcome = [
    answer === 'granted' || answer === 'decided' || answer === 'asked, no answer yet'
      ? answer
      : `no consent: ${answer}`,
    ...(who === null ? [] : [`by ${who}`]),
    ...(recordedBy === null ? [] : [who === null ? `by ${recordedBy.name}` : `to ${recordedBy.name}`]),
    ...at,
  ].join(' ');
  const because = reason === null ? [] : [reason];
  return [request, `${oneLine(action)} (${by.name})`, oneLine([outcome, ...because].join(': '))];
}

function part(head: string, rows: Rows): readonly string[] {
  return rows.length === 0 ? [] : ['', `${head}:`, ...aligned(rows)];
}

function seriousText({ since, by, assessment }: NonNullable<Incident['serious']>, timeZone: string): string {
  const declared = `since ${timeText(since, timeZone)}, by ${oneLine(by.name)}`;
  return assessment === null
    ? `${declared}; not assessed yet`
    : `${declared}; ${oneLine(assessment.by.name)}: ${oneLine(assessment.words)}`;
}

function taskText({ id, title, isAccepted, acceptedBy, clock }: Incident['tasks'][number], timeZone: string) {
  const who = isAccepted ? `${oneLine(acceptedBy ?? 'somebody')} has it` : 'nobody has it';
  return [id, oneLine(title), who, clock === null ? '' : `by ${timeText(clock, timeZone)}`];
}

function promiseText(
  { id, about, dueAt, isBroken, keptAt, told }: Incident['promises'][number],
  timeZone: string,
) {
  const due = dueAt === null ? undefined : timeText(dueAt, timeZone);
  const broken = isBroken ? [`broken, was due ${due ?? 'before'}`] : [];
  const kept = keptAt === null ? [] : [`told ${oneLine(told.join(', '))} ${timeText(keptAt, timeZone)}`];
  const open = due === undefined ? 'not due yet' : `due ${due}`;
  return [id, about, [...broken, ...kept].join('; ') || open];
}

import type { APIGatewayProxyEvent } from 'aws-lambda';
import { routeOfService } from '../../domain/alarm/route.ts';
import { applyOperatorReport, type OperatorReport } from '../../domain/answers/operator-report.ts';
import { invariant } from '../../domain/invariant.ts';
import { slaTermsFor } from '../../domain/organization/default-policies.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import { headerOf } from '../http/problem.ts';
import { bodyOf } from '../http/requests.ts';
import { changeIncident } from '../incidents/change-incident.ts';
import type { TaskRef } from '../links/task-link.ts';
import { taskNamed } from './named-task.ts';
import { type Lacking, maxLength, readTargets } from './operator-form.ts';

/** A button that an operator has pressed. Its word applies to each of the tasks. */
export interface Press {
  readonly kind: OperatorReport['kind'];
  readonly tasks: readonly TaskRef[];
  /** The responder whom the button named. */
  readonly responder?: string | undefined;
  readonly by: string;
  readonly who: string;
  /** Of `assigned`: the name of a service. */
  readonly service: string;
  readonly note?: string | undefined;
  /** Identifies the rendering on which the button was pressed, and says when it was made. */
  readonly form: string;
  readonly shownAt: Instant;
}

/** A press; or what it lacks, together with what was given, so that the operator can be asked for the rest. */
export type ReadPress =
  | { readonly kind: 'press'; readonly press: Press }
  | {
      readonly kind: 'lacking';
      readonly lacking: readonly Lacking[];
      readonly given: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'malformed' };

/** Characters of a form: the names of a thousand tasks, and all that its fields can contain. */
const maxBody = 64_000;

/** The most tasks of one press. Without a storm, a night has fewer. */
const maxTasks = 500;

const fields = ['form', 'press', 'by', 'who', 'service', 'note'] as const;

/** The value of a button: what it says, in one or more words, and the names of the tasks. */
const pressShape = /^([a-z ]+?) ([0-9a-f]{32}-.*)$/;

/** The name of a rendering: when it was made, and a random part. */
const formShape = /^(\d{13})-[\w-]{8,50}$/;

const kinds: readonly string[] = [
  'accepted',
  'confirmed',
  'next',
  'management',
  'serious',
  'assigned',
  'done',
  'not reached',
  'not over',
  'granted',
  'refused',
] satisfies readonly OperatorReport['kind'][];

/** The words that report what somebody else has said. They need that person's name. */
const ofSomebody: readonly string[] = ['granted', 'refused'];

/**
 * Reads what the form of a screen sends. The name may be the one that the browser remembers. `services`: the names of the
 * organization's services.
 */
export function readPress(event: APIGatewayProxyEvent, services: readonly string[]): ReadPress {
  const body = bodyOf(event);
  if (body.length > maxBody) return { kind: 'malformed' };
  const sent = new URLSearchParams(body);
  const given = Object.fromEntries(fields.map((name) => [name, sent.get(name) ?? ''])) as Given;
  const [, kind = '', names = ''] = pressShape.exec(given.press) ?? [];
  const targets = readTargets(names);
  const tasks = targets.tasks.map(taskNamed);
  const isWhole = tasks.length <= maxTasks && tasks.every((each) => each !== undefined);
  const [, shownAt] = formShape.exec(given.form) ?? [];
  if (!isKind(kind) || !isWhole || shownAt === undefined) return { kind: 'malformed' };

  const by = line(given.by, maxLength.by) || rememberedName(event);
  const who = line(given.who, maxLength.who);
  const service = services.find((name) => name === line(given.service, maxLength.service)) ?? '';
  const note = line(given.note, maxLength.note);
  const lacking: Lacking[] = [
    ...(by === '' ? (['by'] as const) : []),
    ...(who === '' && ofSomebody.includes(kind) ? (['who'] as const) : []),
    ...(service === '' && kind === 'assigned' ? (['service'] as const) : []),
  ];
  if (lacking.length > 0) return { kind: 'lacking', lacking, given: { ...given, by } };
  const press = {
    ...{ kind, tasks: tasks.filter((each) => each !== undefined), responder: targets.responder },
    ...{ by, who, service },
    ...{ form: given.form, shownAt: Number(shownAt) },
  };
  return { kind: 'press', press: { ...press, ...(note === '' ? {} : { note }) } };
}

type Given = Readonly<Record<(typeof fields)[number], string>>;

function isKind(kind: string): kind is OperatorReport['kind'] {
  return kinds.includes(kind);
}

/** One line of text, without what no keyboard types. */
function line(text: string, length: number): string {
  return text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, length)
    .trim();
}

const oneYearSeconds = 365 * 24 * 3600;

/** The operator's name, as the browser remembers it; empty when it does not. */
export function rememberedName(event: APIGatewayProxyEvent): string {
  const [, kept = ''] = /(?:^|;\s*)operator=([^;]*)/.exec(headerOf(event, 'cookie') ?? '') ?? [];
  try {
    return line(decodeURIComponent(kept), maxLength.by);
  } catch {
    return ''; // something else wrote the cookie
  }
}

/** Has the browser remember a name, so that it is asked once. The script may read it: it is no secret. */
export function rememberingName(name: string): Readonly<Record<string, string>> {
  const cookie = `operator=${encodeURIComponent(name)}; Path=/; Max-Age=${oneYearSeconds}; SameSite=Strict`;
  return { 'set-cookie': cookie };
}

/** The word of an operator about one of the tasks. */
export function reportOf(press: Press, { task }: TaskRef, organization: Organization): OperatorReport {
  const { kind, responder, by, who, service, note, form, shownAt } = press;
  const shared = { task, by, note, shownAt, id: `screen ${form}/${task}/${kind}` };
  switch (kind) {
    case 'granted':
    case 'refused':
      return { ...shared, kind, who };
    case 'confirmed':
    case 'next':
      return { ...shared, kind, responder };
    case 'assigned': {
      const route = routeOfService(organization, service);
      invariant(route !== undefined, 'the service was found when the press was read');
      return { ...shared, kind, route, slaTerms: slaTermsFor(organization, route.customer?.id) };
    }
    case 'done':
      return { ...shared, kind, ...(who === '' ? {} : { who }) };
    default:
      return { ...shared, kind };
  }
}

/** Incidents that are written at the same time. */
const atOnce = 10;

/**
 * Writes an operator's word about each task, and wakes the executions. `second`: another operator has already
 * reported the outcome of at least one task. A second press on the same rendering changes nothing.
 */
export async function applyPress(
  cell: Cell,
  press: Press,
  organization: Organization,
): Promise<'done' | 'second'> {
  let isSecond = false;
  for (let first = 0; first < press.tasks.length; first += atOnce) {
    const outcomes = await Promise.all(
      press.tasks
        .slice(first, first + atOnce)
        .map((task) =>
          changeIncident(cell, task, (seen, now) =>
            applyOperatorReport(seen, reportOf(press, task, organization), now),
          ),
        ),
    );
    isSecond ||= outcomes.some(({ kind }) => kind === 'ended' || kind === 'gone');
  }
  return isSecond ? 'second' : 'done';
}

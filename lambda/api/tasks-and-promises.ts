import type { Speaker, Incident as View } from '../../domain/api/incident.ts';
import { taskDueAt } from '../../domain/contact-center/board.ts';
import { openTasks } from '../../domain/contact-center/tasks.ts';
import type { ConsentRequest, CustomerPromise, MajorIncident } from '../../domain/incident/customer.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { OperatorTask } from '../../domain/incident/task.ts';
import { taskWords } from '../../domain/messages/task-title.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { iso, isoOrNull } from '../http/problem.ts';

/** The part of an incident's view that the ladder has no part in. */
type TasksAndPromises = Pick<View, 'serious' | 'expectedAt' | 'tasks' | 'promises' | 'consents'>;

/** The same part of an incident that cannot be read. */
export const noTasksOrPromises: TasksAndPromises = {
  serious: null,
  expectedAt: null,
  tasks: [],
  promises: [],
  consents: [],
};

/** Shows the tasks, promises and requests of an incident, and whether it is a major one. */
export function tasksAndPromises(incident: Incident, { responders }: Organization): TasksAndPromises {
  const { major, expectedAt, promises, consents } = incident;
  const names = (by: string) => responders[by]?.name ?? by;
  const speaker = (by: string) => ({ responder: Object.hasOwn(responders, by) ? by : null, name: names(by) });
  return {
    serious: major === undefined ? null : majorView(major, speaker),
    expectedAt: isoOrNull(expectedAt),
    tasks: openTasks(incident).map((task) => taskView(incident, task, names)),
    promises: promises.filter(({ kept }) => kept?.by !== 'dropped').map(promiseView),
    consents: consents.map((request) => consentView(request, speaker)),
  };
}

type SpeakerOf = (by: string) => Speaker;

function majorView({ since, by, decision }: MajorIncident, speaker: SpeakerOf) {
  return {
    since: iso(since),
    by: speaker(by),
    assessment:
      decision === undefined
        ? null
        : { words: decision.words, by: speaker(decision.by), at: iso(decision.at) },
  };
}

function taskView(incident: Incident, task: OperatorTask, names: (responder: string) => string) {
  const { id, about, openedAt, accepted } = task;
  return {
    id,
    about: about.kind,
    title: taskWords(incident, about, { language: 'en', names }),
    openedAt: iso(openedAt),
    isAccepted: accepted !== undefined,
    acceptedBy: accepted?.by ?? null,
    clock: isoOrNull(taskDueAt(incident, task)),
  };
}

function promiseView({ id, about, dueAt, broken, kept }: CustomerPromise) {
  return {
    ...{ id, about, dueAt: isoOrNull(dueAt), isBroken: broken === true },
    keptAt: isoOrNull(kept?.at),
    told: kept === undefined || kept.by === 'dropped' ? [] : kept.names,
  };
}

function consentView({ id, action, by, askedAt, answer }: ConsentRequest, speaker: SpeakerOf) {
  return {
    ...{ request: id, action, by: speaker(by), askedAt: iso(askedAt) },
    answer: answer?.kind ?? ('asked, no answer yet' as const),
    answeredAt: isoOrNull(answer?.at),
    who: answer?.who ?? null,
    recordedBy: answer?.by === undefined ? null : speaker(answer.by),
    reason: answer?.reason ?? null,
  };
}

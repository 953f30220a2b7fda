import { type Incident, stillAsked } from './incident.ts';
import { openTasks, type TaskAbout } from './operator-task.ts';

/** What a call to the contact center asks of it. */
export interface AskedByPhone {
  /** Responders whom it is to reach; empty: everybody has said no. None: nobody need be reached. */
  readonly who: readonly string[] | undefined;
  /** What it is to do besides. */
  readonly toDo: readonly TaskAbout[];
}

/** One call is about all that an incident's tasks ask: as long as nobody has it, whoever is asked now is to be reached. */
export function askedByPhone(incident: Incident): AskedByPhone {
  const open = openTasks(incident).map(({ about }) => about);
  const toDo = open.filter(({ kind }) => kind !== 'confirm');
  if (incident.status === 'escalating') {
    return { who: stillAsked(incident.round).map(({ responder }) => responder), toDo };
  }
  const unconfirmed = open.flatMap((about) => (about.kind === 'confirm' ? [about.responder] : []));
  return { who: unconfirmed.length === 0 ? undefined : unconfirmed, toDo };
}

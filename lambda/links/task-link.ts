import { linkKey } from '../../aws/link-key.ts';
import { type IncidentRef, incidentIdOf } from '../../aws/table/incident-item.ts';
import { tableClient } from '../../aws/table/writes.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import type { Settings } from '../cell/environment.ts';
import { seal, taskLinkLasts } from './link-token.ts';

/** A task of an incident. */
export interface TaskRef extends IncidentRef {
  /** Within its incident: `t1`. */
  readonly task: string;
}

/** Adds what links are made of, for the functions that send links: they must know where the screens are. */
export function withLinks(cell: Cell, settings: Settings): Cell {
  const { screensUrl: url } = settings;
  return url === undefined ? cell : { ...cell, links: { url, key: linkKeyOf(settings) } };
}

/** Reads the key of the links. The stack chose the name of its secret. */
export function linkKeyOf({ region, otherRegion, linkKeyName, endpointUrl }: Settings) {
  const { credentials } = tableClient(region).config;
  return linkKey({ region, otherRegion, secretName: linkKeyName, endpointUrl }, credentials);
}

/** The address of a task's screen; undefined in a function that makes no links. Rejects when the key cannot be read. */
export async function taskLink({ links }: Cell, ref: TaskRef, now: Instant): Promise<string | undefined> {
  if (links === undefined) return undefined;
  const link = {
    kind: 'task',
    incident: incidentIdOf(ref),
    task: ref.task,
    until: now + taskLinkLasts,
  } as const;
  return `${links.url}/s/${seal(link, await links.key.read())}`;
}

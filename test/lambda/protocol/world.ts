import { type IncidentItem, itemFrom } from '../../../aws/table/incident-item.ts';
import type { Run } from '../../../aws/workflow/executions.ts';
import { type Alarm, ownSource } from '../../../domain/alarm/alarm.ts';
import type { Turn } from '../../../domain/escalation/decide.ts';
import type { Organization } from '../../../domain/organization/organization.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { Cell } from '../../../lambda/cell/cell.ts';
import { alarmKey } from '../../../sources/raw-event.ts';
import { diskFull, tenPastThree } from '../../domain/an-incident.ts';
import { exampleOrganization } from '../../domain/example-organization.ts';
import { type Outside, outside } from '../in-memory-cell.ts';
import type { Command } from '../in-memory-table.ts';
import { type Properties, properties } from './properties.ts';
import { type Invocation, invocation, type Scheduler, scheduler } from './scheduler.ts';
import { poisoned, watchedCell } from './watched-cell.ts';

/** The rule that is left out; each is one way in which the functions could be wrong. */
export interface Variant {
  /** How a command reaches the table. */
  readonly command?: (command: Command, world: World) => Command;
  /** How the table answers it. */
  readonly answer?: (command: Command, carryOut: () => unknown, world: World) => unknown;
  /** No guardian watches from the other cell. */
  readonly oneGuardian?: boolean;
  /** What an invocation acts with. */
  readonly cell?: (cell: Cell, by: Invocation, world: World) => Cell;
}

/** An execution that waits. */
export interface Wait {
  readonly turn: Extract<Turn, { readonly until: Instant }>;
  wake(turn: Turn): void;
}

/** One alarm, its incident, and everybody who writes it. */
export interface World {
  readonly organization: Organization;
  readonly outside: Outside;
  readonly scheduler: Scheduler;
  readonly properties: Properties;
  now: Instant;
  /** Executions that were started, and wait for their first turn. */
  readonly started: Run[];
  /** Executions that were started, and begin when everybody else has come. */
  readonly late: Run[];
  /** What wakes the executions that wait. */
  readonly waits: Map<string, Wait>;
  /** Starts and wakes that still get lost or happen twice. */
  faults: { lostStarts: number; doubleStarts: number; lateStarts: number; lostWakes: number };
  /** The incident at each revision, for who would decide on an old one. */
  readonly decidedOn: Map<number, string>;
  /** The last claim that succeeded. */
  lastTurn: string | undefined;
  incidentItem(): IncidentItem | undefined;
  /** Runs a function as one invocation of an actor; undefined when it is killed. */
  invoke<T>(actor: string, run: (cell: Cell, by: Invocation) => Promise<T>): Promise<T | undefined>;
}

/** An incident of nobody's, with two people to ask: no customer is told, and no operator. */
const organization: Organization = {
  ...exampleOrganization(),
  policies: {
    high: {
      schemaVersion: 1,
      steps: (['primary', 'secondary'] as const).map((role) => ({
        roles: [role],
        answerWithinSeconds: 60,
        paths: [{ kind: 'sms', via: 'own', afterSeconds: 0 }],
      })),
      roundSeconds: 120,
    },
  },
};

export const firing: Alarm = { ...diskFull, source: ownSource, service: 'permanence' };

export const key = alarmKey(firing);

export function worldOf(
  variant: Variant,
  { isPoisoned = false }: { readonly isPoisoned?: boolean } = {},
): World {
  const world: World = {
    organization,
    outside: outside(),
    scheduler: scheduler(),
    properties: properties(() => world.now),
    now: tenPastThree,
    started: [],
    late: [],
    waits: new Map(),
    faults: { lostStarts: 0, doubleStarts: 0, lateStarts: 0, lostWakes: 0 },
    decidedOn: new Map(),
    lastTurn: undefined,
    incidentItem() {
      const attributes = world.outside.table.item(key, 'head');
      return attributes && itemFrom(attributes);
    },
    async invoke(actor, run) {
      const by = invocation(actor);
      const made = watchedCell(world, by, variant);
      const cell = isPoisoned ? poisoned(made, by, firing.summary) : made;
      const end = run(variant.cell?.(cell, by, world) ?? cell, by).then(
        async (answer) => {
          await world.scheduler.step(by, 'returns', () => undefined);
          return { answer };
        },
        (error: unknown) => {
          world.scheduler.trace.push(`${actor} fails: ${error}`);
          return { answer: undefined };
        },
      );
      const outcome = await Promise.race([end, by.died]);
      return outcome === 'died' ? undefined : outcome.answer;
    },
  };
  return world;
}

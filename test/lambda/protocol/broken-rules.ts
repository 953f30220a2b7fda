import { day24Hours } from '../../../domain/time/instant.ts';
import { fires, firesAgain, no, resolves, type Scene, sweep, yes } from './explore.ts';
import {
  asDecidedOn,
  conditioned,
  knownByTurn,
  notFenced,
  onIncidents,
  withAnswers,
  withClaim,
  withOpen,
  withoutLook,
  withReads,
  withWrites,
} from './leave-out.ts';
import type { Property } from './properties.ts';
import { claimIn } from './watched-cell.ts';
import type { Variant } from './world.ts';

/** A rule of the protocol, left out, as docs/protocol/incident.pml names it, and what must then be found broken. */
export interface BrokenRule {
  readonly rule: string;
  readonly finds: Property;
  readonly scene: Scene;
  /** The order to begin with: one of the next few shows it. @default 1 */
  readonly from?: number;
  readonly variant: Variant;
}

export const brokenRules: readonly BrokenRule[] = [
  {
    rule: 'createWithoutTime',
    finds: 'P7: no event opens what it is older than',
    scene: { comers: [fires, resolves, fires] },
    variant: withOpen((condition) => condition.replace('lastEventAt < :eventAt AND', '')),
  },
  {
    rule: 'joinWithoutLook',
    finds: 'P1: an accepted firing is never left beside an incident that has ended',
    scene: { comers: [fires, resolves, firesAgain] },
    variant: { cell: (cell, by) => (by.actor === 'alarm firing' ? withoutLook(cell, () => true) : cell) },
  },
  {
    rule: 'repeatWithoutLook',
    finds: 'P1: an accepted firing is never left beside an incident that has ended',
    scene: { comers: [fires, resolves, { ...firesAgain, diesBefore: 'table GetItem' }, firesAgain] },
    variant: {
      cell: (cell, by) =>
        by.actor === 'alarm firing' ? withoutLook(cell, (isRepeated) => isRepeated) : cell,
    },
  },
  {
    rule: 'reopenOverFlight',
    finds: 'fencing: two drivers never act at the same time',
    scene: { comers: [fires, resolves, firesAgain] },
    variant: withWrites('alarm', (next, seen) =>
      next.epoch > seen.epoch ? { ...next, busyUntil: undefined } : next,
    ),
  },
  {
    rule: 'resolveWithoutDeadline',
    finds: 'P1: an accepted firing is never left beside an incident that has ended',
    scene: { comers: [fires, resolves, firesAgain], lostStarts: 1 },
    from: 58,
    variant: withWrites('alarm', (next) =>
      next.status === 'resolved' ? { ...next, deadline: undefined } : next,
    ),
  },
  {
    rule: 'claimWithoutEpoch',
    finds: 'fencing: no claim by an old epoch or generation',
    scene: { comers: [fires, sweep, sweep] },
    variant: {
      ...withClaim((condition) => condition.replace('AND epoch = :epoch', '')),
      cell: (cell, by, world) => notFenced(cell, by, world, 'epoch'),
    },
  },
  {
    rule: 'claimWithoutGeneration',
    finds: 'fencing: no claim by an old epoch or generation',
    scene: { comers: [fires, sweep, resolves, firesAgain], lateStarts: 1 },
    variant: {
      ...withClaim((condition) => condition.replace('generation = :generation AND', '')),
      cell: (cell, by, world) => notFenced(cell, by, world, 'generation'),
    },
  },
  {
    rule: 'claimWithoutFlight',
    finds: 'fencing: two drivers never act at the same time',
    scene: { comers: [fires, no, resolves, firesAgain], kills: 1 },
    variant: withReads('', (item) => ({ ...item, busyUntil: undefined })),
  },
  {
    rule: 'writeIdOfTurn',
    finds: 'fencing: two drivers never act at the same time',
    scene: { comers: [fires], doubleStarts: 1 },
    from: 16,
    variant: { answer: knownByTurn },
  },
  {
    rule: 'awaitWithoutRevision',
    finds: 'answers: nobody goes to sleep over one',
    scene: { comers: [fires, yes, no] },
    variant: {
      command: (command) =>
        claimIn(command)?.purpose === 'wait'
          ? conditioned(command, (condition) => condition.replace('AND revision = :revision', ''))
          : command,
      cell: (cell, by, world) => asDecidedOn(cell, by, world),
    },
  },
  {
    rule: 'recordOverAnswer',
    finds: 'P4: only an answer takes an incident',
    scene: { comers: [fires, yes] },
    variant: {
      cell: (cell, by) =>
        onIncidents(cell, by, 'driver', ({ replace }) => ({
          async replace(seen, next) {
            const outcome = await replace(seen, next);
            return outcome.kind === 'lost' && outcome.item.epoch === seen.epoch
              ? replace(outcome.item, next)
              : outcome;
          },
        })),
    },
  },
  {
    rule: 'recordOverFlight',
    finds: 'fencing: two drivers never act at the same time',
    scene: { comers: [fires, resolves, firesAgain] },
    variant: withWrites('driver', (next) => ({ ...next, busyUntil: undefined })),
  },
  {
    rule: 'endWithoutLook',
    finds: 'P1: an accepted firing is never left beside an incident that has ended',
    scene: { comers: [fires, resolves, firesAgain, sweep], lostStarts: 1 },
    from: 14,
    variant: {
      cell: (cell, by) =>
        by.actor.startsWith('driver')
          ? { ...cell, alarms: { ...cell.alarms, lastFiring: async () => undefined } }
          : cell,
    },
  },
  {
    rule: 'answerWithEpoch',
    finds: 'answers: none gets lost',
    scene: { comers: [fires, sweep, yes, no] },
    variant: withReads('answer', (item) => (item.epoch > 1 ? { ...item, generation: -1 } : item)),
  },
  {
    rule: 'answerTwice',
    finds: 'answers: none counts twice',
    scene: { comers: [fires, yes, no, yes] },
    variant: {
      cell: (cell, by) =>
        onIncidents(cell, by, 'answer', (incidents) => ({
          read: async (key) => {
            const item = await incidents.read(key);
            return item && withAnswers(item, (id) => `forgotten ${id}`);
          },
          replace: (seen, next) =>
            incidents.replace(
              seen,
              withAnswers(next, (id) => id.replace('forgotten ', '')),
            ),
        })),
    },
  },
  {
    rule: 'takeoverSameEpoch',
    finds: 'names: no execution name stands for two starts',
    scene: { comers: [fires, sweep], kills: 1 },
    variant: withWrites('guardian', (next, seen) => ({ ...next, epoch: seen.epoch })),
  },
  {
    rule: 'oneGuardian',
    finds: 'again: an open incident is paged again',
    scene: { comers: [fires], stopsCell: true },
    variant: { oneGuardian: true },
  },
  {
    rule: 'flightWithoutEnd',
    finds: 'again: an open incident is paged again',
    scene: { comers: [fires], kills: 1 },
    variant: withReads('', (item) =>
      item.busyUntil === undefined ? item : { ...item, busyUntil: item.busyUntil + 365 * day24Hours },
    ),
  },
  {
    rule: 'actWithoutCount',
    finds: 'again: an open incident is paged again',
    scene: { comers: [fires], isPoisoned: true },
    variant: withReads('', (item) => ({ ...item, begun: 0 })),
  },
];

import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Turn } from '../../domain/escalation/decide.ts';
import { requestMs } from '../../domain/timeouts.ts';
import { type BothRegions, failFast, firstAnswer } from '../regions/both-regions.ts';
import { type IncidentRef, incidentIdOf, type TaskToken } from '../table/incident-item.ts';

/** The executions of the escalation workflow, in both regions. */
export interface Executions {
  /** Starts the execution of an epoch in the own region, or in the other when the own one refuses. */
  start(run: Run): Promise<void>;
  /** Wakes a waiting execution. Nothing happens when it no longer waits: it has read the table, or will read it. */
  wake(token: TaskToken, turn: Turn): Promise<void>;
}

export interface Run extends IncidentRef {
  readonly epoch: number;
  readonly turn: Turn;
}

export interface Workflow {
  readonly region: string;
  readonly stateMachineArn: string;
}

/**
 * The name of an execution is the incident and the epoch. No epoch is used twice, so an execution of that name is the
 * same one.
 */
export function executions(workflows: BothRegions<Workflow>): Executions {
  const clientIn = workflowClients(workflows);
  const startIn = ({ region, stateMachineArn }: Workflow, { key, generation, epoch, turn }: Run) =>
    clientIn(region)
      .send(
        new StartExecutionCommand({
          stateMachineArn,
          name: `${incidentIdOf({ key, generation })}-${epoch}`,
          input: JSON.stringify({ incident: key, generation, epoch, turn }),
        }),
      )
      .catch(unlessIs(ExecutionAlreadyExists));
  return {
    async start(run) {
      await firstAnswer(workflows, (workflow) => startIn(workflow, run));
    },
    async wake({ region, value }, turn) {
      await clientIn(region)
        .send(new SendTaskSuccessCommand({ taskToken: value, output: JSON.stringify(turn) }))
        .catch(unlessIs(TaskTimedOut, TaskDoesNotExist, InvalidToken));
    },
  };
}

/** Makes a client for each region that gives up soon. Throws when it is asked for a third region. */
export function workflowClients({ own, other }: BothRegions<Workflow>): (region: string) => SFNClient {
  const clients = new Map(
    [own, other].map(({ region }) => [region, new SFNClient({ region, ...failFast(requestMs.workflow) })]),
  );
  return (region) => {
    const client = clients.get(region);
    if (client === undefined)
      throw new Error(`no workflow in ${region}, only in ${[...clients.keys()].join(', ')}`);
    return client;
  };
}

function unlessIs(...expected: readonly ErrorKind[]) {
  return (error: unknown): undefined => {
    if (!expected.some((kind) => error instanceof kind)) throw error;
  };
}

/** An error class of the SDK, for `instanceof`. */
type ErrorKind = abstract new (...parameters: never[]) => Error;

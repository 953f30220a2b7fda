import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Turn } from '../../domain/escalation/turn.ts';
import { requestMs } from '../../domain/timeouts.ts';
import { type BothRegions, firstAnswer } from '../regions/both-regions.ts';
import { failFast } from '../regions/fail-fast.ts';
import { type IncidentRef, incidentIdOf, type TaskToken } from '../table/incident-item.ts';

/** The runs of the escalation workflow, in both regions. */
export interface Executions {
  /** Starts the execution of an epoch: in the own region or, when that one refuses, in the other. */
  start(run: Run): Promise<void>;
  /** Wakes a waiting execution. One that does not wait any more is none of our concern: it reads the table when it wakes. */
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

/** Executions are named by incident and epoch: no epoch is used twice, so one that exists already is this very one. */
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

/** A client for each region that gives up soon; throws when it is asked for another region's. */
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

/** An error class of the SDK, to ask with `instanceof`. */
type ErrorKind = abstract new (...parameters: never[]) => Error;

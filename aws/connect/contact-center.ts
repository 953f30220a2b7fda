import {
  type ConnectClient,
  ContactNotFoundException,
  InvalidRequestException,
  type Reference,
  ResourceNotFoundException,
  StartTaskContactCommand,
  StopContactCommand,
} from '@aws-sdk/client-connect';
import type { Instant } from '../../domain/time/instant.ts';
import { connectClient, lastPartOf, noConnectIn } from './client.ts';
import type { VoiceSettings } from './voice-settings.ts';

/** Asks the operators of one region's contact center. */
export interface ContactCenter {
  readonly region: string;
  /** Finds out how to ask through this region, so that `ask` and `withdraw` need not. Never rejects. */
  prepare(now: Instant): Promise<void>;
  /**
   * Puts a task into the queue. Rejects when the region does not accept it in time, or has no queue. The same token is
   * the same task, however often it is asked for: for 7 days, in this region.
   */
  ask(task: ContactTask): Promise<{ readonly contactId: string }>;
  /** A task that has lost its purpose leaves the queue. One that is over already is none of our concern. */
  withdraw(contactId: string): Promise<void>;
}

export interface ContactTask {
  /** What an operator sees in the list; cut off at 1,024 characters. */
  readonly name: string;
  /** What is to be done; cut off at 4,096 characters. */
  readonly description: string;
  /** Names the task. */
  readonly token: string;
  /** What stands beside it: links to open, and facts. Each name once. */
  readonly references: readonly TaskReference[];
  /** For whoever hears of the task later, by name; the operator does not see them. */
  readonly attributes: Readonly<Record<string, string>>;
}

export type TaskReference =
  | { readonly name: string; readonly url: string }
  | { readonly name: string; readonly text: string };

/**
 * Asks through Amazon Connect's tasks in one region. An accepted task may never be seen by anybody: only what an operator
 * says of it proves that somebody has it.
 */
export function contactCenter(
  region: string,
  findSettings: (now: Instant) => Promise<VoiceSettings | undefined>,
  connect: ConnectClient = connectClient(region),
): ContactCenter {
  let settings: VoiceSettings | undefined;
  return {
    region,
    async prepare(now) {
      settings = await findSettings(now);
    },
    async ask({ name, description, token, references, attributes }) {
      const { instanceArn, taskFlowArn } = known(settings, region);
      if (taskFlowArn === undefined)
        throw new Error(`the contact center of ${region} has no queue for tasks`);
      const { ContactId } = await connect.send(
        new StartTaskContactCommand({
          InstanceId: lastPartOf(instanceArn),
          ContactFlowId: lastPartOf(taskFlowArn),
          Name: cutOff(name, maxNameLength),
          Description: cutOff(description, maxTextLength),
          ClientToken: token,
          References: Object.fromEntries(references.map((each) => [each.name, referenceOf(each)])),
          Attributes: { ...attributes },
        }),
      );
      if (ContactId === undefined)
        throw new Error(`Connect in ${region} accepted a task without a contact id`);
      return { contactId: ContactId };
    },
    async withdraw(contactId) {
      const InstanceId = lastPartOf(known(settings, region).instanceArn);
      await connect.send(new StopContactCommand({ InstanceId, ContactId: contactId })).catch(unlessItIsOver);
    },
  };
}

function known(settings: VoiceSettings | undefined, region: string): VoiceSettings {
  if (settings === undefined) throw new Error(noConnectIn(region));
  return settings;
}

/** What AWS takes, in characters. Source: Amazon Connect API reference, StartTaskContact. */
const maxNameLength = 1024;
const maxTextLength = 4096;

/** A task that says less is better than one that is refused. */
function cutOff(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : characters.slice(0, most).join('');
}

function referenceOf(reference: TaskReference): Reference {
  return 'url' in reference
    ? { Type: 'URL', Value: reference.url }
    : { Type: 'STRING', Value: cutOff(reference.text, maxTextLength) };
}

/**
 * The reference lets a task be stopped in any state, and names three errors for a contact that is not active or gone. Two
 * ids are all that is asked with, so there is nothing else that a request could be invalid for.
 */
function unlessItIsOver(error: unknown): void {
  const isOver =
    error instanceof ContactNotFoundException ||
    error instanceof ResourceNotFoundException ||
    error instanceof InvalidRequestException;
  if (!isOver) throw error;
}

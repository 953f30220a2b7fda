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
  /** Reads the settings of this region ahead of time, so that `ask` and `withdraw` need not. Never rejects. */
  prepare(now: Instant): Promise<void>;
  /**
   * Puts a task into the queue. Rejects when the region does not accept it in time, or has no queue. For 7 days a call
   * with the same token makes no second task in this region.
   */
  ask(task: ContactTask): Promise<{ readonly contactId: string }>;
  /** Takes a task out of the queue that nobody needs to do any more. Nothing happens when the task is over already. */
  withdraw(contactId: string): Promise<void>;
}

export interface ContactTask {
  /** The text that an operator sees in the list, cut off at 1,024 characters. */
  readonly name: string;
  /** What the operator must do, cut off at 4,096 characters. */
  readonly description: string;
  /** Identifies the task. */
  readonly token: string;
  /** Links and facts that are shown with the task. Each name may occur once. */
  readonly references: readonly TaskReference[];
  /** Attributes for the receivers of the task's events. The operator does not see them. */
  readonly attributes: Readonly<Record<string, string>>;
}

export type TaskReference =
  | { readonly name: string; readonly url: string }
  | { readonly name: string; readonly text: string };

/**
 * Asks through the tasks of Amazon Connect in one region. Nobody may ever see a task that was queued: only an operator's
 * report proves that somebody works on it.
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

/** The limits of AWS, in characters. Source: Amazon Connect API reference, StartTaskContact. */
const maxNameLength = 1024;
const maxTextLength = 4096;

/** Cuts off a text that is too long. A shorter task is better than one that AWS refuses. */
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
 * The errors of a contact that is over or no longer exists. By the API reference a task may be stopped in any state. The
 * request has only two ids, so an invalid request can mean nothing else.
 */
function unlessItIsOver(error: unknown): void {
  const isOver =
    error instanceof ContactNotFoundException ||
    error instanceof ResourceNotFoundException ||
    error instanceof InvalidRequestException;
  if (!isOver) throw error;
}

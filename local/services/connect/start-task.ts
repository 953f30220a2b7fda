import type { Parts } from '../../kernel/parts.ts';
import { awsError } from '../../kernel/service.ts';
import { isRecord } from '../../template/json.ts';
import type { Document } from '../wire/json-protocol.ts';
import { uuid } from '../wire/uuid.ts';
import type { TaskOrder, TaskReference } from './contact.ts';
import type { TellContactEvent } from './contact-events.ts';
import { contactFlowOf, type Instance } from './instances.ts';
import { placeTask, type Task } from './task.ts';
import { attributesOf, type ClientTokens, invalid, optional, required } from './wire.ts';

/** Limits. Source: Amazon Connect quotas, active tasks; API reference, StartTaskContact. */
const mostOpenTasks = 2500;

const longestName = 1024;

const longestDescription = 4096;

const longestReference = 4096;

export interface TasksSoFar {
  /** The tasks by the id of the contact, oldest first. */
  readonly byId: Map<string, Task>;
  readonly tokens: ClientTokens;
  readonly tellEvent: TellContactEvent;
}

/** Accepts a task, and returns the id of its contact. Its flow may put it into no queue; then no operator sees it. */
export function startTask(
  parts: Parts,
  { byId, tokens, tellEvent }: TasksSoFar,
  {
    instance,
    request,
    drop,
  }: { readonly instance: Instance; readonly request: Document; readonly drop: boolean },
): string {
  const order = orderOf(parts, instance, request);
  return tokens.contactOf(instance, request, () => {
    const open = [...byId.values()].filter((task) => task.record().instance === instance && !task.isOver());
    if (open.length >= mostOpenTasks) {
      throw awsError('ServiceQuotaExceededException', 'The limit of active tasks has been exceeded');
    }
    byId.set(order.id, placeTask(parts, order, { tellEvent, drop }));
    return order.id;
  });
}

function orderOf(parts: Parts, instance: Instance, request: Document): TaskOrder {
  const name = optional(request, 'Name');
  if (name === undefined) throw invalid('Name is required');
  return {
    contactFlow: contactFlowOf(instance, flowIdOf(request)),
    instance,
    name: atMost(longestName, 'Name', name),
    description: atMost(longestDescription, 'Description', optional(request, 'Description') ?? ''),
    references: referencesOf(request['References'] ?? {}),
    attributes: attributesOf(request),
    id: uuid(parts.random),
  };
}

/** AWS wants exactly one of three. Quick connects and templates, which bring their own flows, are not known here. */
function flowIdOf(request: Document): string {
  const names = ['ContactFlowId', 'QuickConnectId', 'TaskTemplateId'];
  const given = names.filter((name) => optional(request, name) !== undefined);
  if (given.length !== 1) {
    const got = given.length === 0 ? 'none' : given.join(' and ');
    throw awsError('InvalidRequestException', `Exactly one of ${names.join(', ')} is needed, got ${got}`);
  }
  if (given[0] === 'ContactFlowId') return required(request, 'ContactFlowId');
  throw new Error(`The local cloud knows tasks with a ContactFlowId only, not with a ${given[0]}`);
}

function atMost(most: number, what: string, text: string): string {
  if ([...text].length <= most) return text;
  throw invalid(`${what} must have at most ${most} characters`);
}

function referencesOf(given: unknown): readonly TaskReference[] {
  if (!isRecord(given)) throw invalid('References must be a map');
  return Object.entries(given).map(([name, reference]) => {
    if (name === '') throw invalid('A name of References is empty');
    if (!isRecord(reference)) throw invalid(`The reference ${name} must have a Type and a Value`);
    const { Type: type, Value: value = '', ...more } = reference;
    const unknown = Object.keys(more);
    if (unknown.length > 0) throw new Error(`The local cloud does not know ${unknown.join()} of a reference`);
    if (typeof value !== 'string') throw invalid(`The Value of the reference ${name} must be a string`);
    const isOfType = typeof type === 'string' ? forms[type] : undefined;
    if (isOfType === undefined) {
      const known = Object.keys(forms).join(', ');
      throw invalid(`The Type of the reference ${name} must be one of ${known}, got ${type}`);
    }
    if (!isOfType(value)) throw invalid(`The Value of the reference ${name} is no ${type}: ${value}`);
    atMost(longestReference, 'The name of a reference', name);
    return { name, type: String(type), value: atMost(longestReference, `The reference ${name}`, value) };
  });
}

/** The types of references that a new task takes. An agent's screen shows nothing for a reference of another form. */
const forms: Readonly<Record<string, (value: string) => boolean>> = {
  URL: (value) => /^https?:\/\/./.test(value) && URL.canParse(value),
  STRING: () => true,
  NUMBER: (value) => value.trim() !== '' && Number.isFinite(Number(value)),
  DATE: (value) => /^\d+$/.test(value),
  EMAIL: (value) => /^[^\s@]+@[^\s@]+$/.test(value),
};

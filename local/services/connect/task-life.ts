import type { Parts } from '../../kernel/parts.ts';
import type { ContactRecord, TaskOrder, TaskView } from './contact.ts';
import type { TellContactEvent } from './contact-events.ts';
import { type Queue, uuidOf } from './instances.ts';

/** The states of a task: in a queue, with an operator, perhaps back in the queue, ended. */
export interface TaskLife {
  record(): ContactRecord;
  /** What operators see of it; undefined before it has reached a queue. */
  view(): TaskView | undefined;
  isOver(): boolean;
  enqueue(queue: Queue): void;
  accept(operator: string): void;
  /** The operator leaves it, or puts it back, for the others. */
  reject(operator: string): void;
  /** Ends the task. A second end changes nothing. */
  end(how: string): void;
  tell(what: string): void;
}

/** Source: Amazon Connect administrator guide, "Contact events": a task that nobody completes is ended after 7 days. */
const longestLifeMs = 7 * 24 * 3600 * 1000;

export function taskLife(parts: Parts, order: TaskOrder, tellEvent: TellContactEvent): TaskLife {
  const { id, instance, name, description } = order;
  const { clock } = parts;
  let record: ContactRecord = {
    ...{ id, instance, name, description, channel: 'TASK', initiatedAt: clock.now() },
  };
  let queue: Queue | undefined;
  let operator: string | undefined;
  const tell = (what: string) => parts.tell(`TASK ${instance.region} "${name}": ${what}`);
  const become = (type: Parameters<TellContactEvent>[0], change: Partial<ContactRecord>) => {
    record = { ...record, ...change };
    tellEvent(type, record);
  };
  const isOver = () => record.disconnectedAt !== undefined;
  const enqueue = (into: Queue) => {
    queue = into;
    into.waiting.add(id);
    tell(`waits in ${into.name}`);
    become('QUEUED', { queue: { arn: into.arn, at: clock.now() }, agent: undefined });
  };
  const end = (how: string) => {
    if (isOver()) return;
    clock.cancel(expiry);
    queue?.waiting.delete(id);
    tell(how);
    become('DISCONNECTED', { disconnectedAt: clock.now() });
  };
  const expiry = clock.at(clock.now() + longestLifeMs, `task ${id} expires`, () => end('expired'));
  become('INITIATED', {});
  return {
    record: () => record,
    view: () => (queue === undefined ? undefined : viewOf(order, record, { queue, operator })),
    isOver,
    enqueue,
    accept(by) {
      operator = by;
      queue?.waiting.delete(id);
      tell(`accepted by ${by}`);
      const arn = `${instance.arn}/agent/${uuidOf(by)}`;
      become('CONNECTED_TO_AGENT', { agent: { arn, at: clock.now() } });
    },
    reject(by) {
      tell(`rejected by ${by}`);
      if (operator === undefined || queue === undefined) return;
      operator = undefined;
      enqueue(queue);
    },
    end,
    tell,
  };
}

function viewOf(
  { id, instance, name, description, references }: TaskOrder,
  { initiatedAt, disconnectedAt }: ContactRecord,
  { queue, operator }: { readonly queue: Queue; readonly operator: string | undefined },
): TaskView {
  const open = operator === undefined ? 'queued' : 'accepted';
  return {
    id,
    region: instance.region,
    queue: queue.name,
    name,
    description,
    references,
    status: disconnectedAt === undefined ? open : 'ended',
    ...(operator !== undefined && { operator }),
    at: initiatedAt,
  };
}

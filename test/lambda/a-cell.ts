import type { Call, VoicePath } from '../../aws/connect/voice-path.ts';
import type { IncidentItem } from '../../aws/table/incident-item.ts';
import { fieldsOf } from '../../aws/table/incident-item.ts';
import type { LineCall } from '../../aws/table/phone-lines.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../../lambda/cell/cell.ts';
import { opened, tenPastThree } from '../domain/an-incident.ts';

/** A region's voice: what it was asked to call, and whether it does. */
export function aVoice(region: string, refuses?: string) {
  const calls: Call[] = [];
  const path: VoicePath = {
    region,
    prepare: async () => undefined,
    async call(call) {
      calls.push(call);
      if (refuses !== undefined) throw new Error(refuses);
      return { contactId: `${region}-${calls.length}` };
    },
  };
  return { path, calls };
}

/** Phone lines in memory, with the rules of the table's. */
export function lines() {
  const open = new Map<string, LineCall & { readonly until: Instant }>();
  const store: Cell['lines'] = {
    async take(phone, call, { now, until }) {
      const before = open.get(phone);
      if (before !== undefined && before.until > now) {
        const isSame = before.key === call.key && before.attempt === call.attempt;
        return isSame ? { kind: 'taken', digits: before.digits } : { kind: 'busy', until: before.until };
      }
      open.set(phone, { ...call, until });
      return { kind: 'taken', digits: call.digits };
    },
    find: async (phone) => open.get(phone),
  };
  return { store, open };
}

/** The head of an incident that was just opened. */
export function itemOf(incident: Incident = opened()): IncidentItem {
  return {
    key: 'abc',
    generation: 1,
    epoch: 1,
    revision: 1,
    takeovers: 0,
    begun: 0,
    isArchived: false,
    lastEventAt: tenPastThree,
    ...fieldsOf(incident),
  };
}

/** A cell with these parts; whatever else is used of it is not there. */
export function aCell(parts: Partial<Cell>): Cell {
  return { region: 'eu-central-1', now: () => tenPastThree, ...parts } as Cell;
}

/** One incident in memory. */
export function oneIncident(first: IncidentItem = itemOf()) {
  const state = { item: first };
  const incidents = {
    read: async () => state.item,
    async replace(seen: IncidentItem, next: IncidentItem) {
      if (seen.revision !== state.item.revision) return { kind: 'lost', item: state.item } as const;
      state.item = { ...next, revision: seen.revision + 1 };
      return { kind: 'replaced', item: state.item } as const;
    },
  } as unknown as Cell['incidents'];
  return { state, incidents };
}

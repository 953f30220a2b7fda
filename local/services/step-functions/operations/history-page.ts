import type { Document } from '../../wire/json-protocol.ts';
import type { HistoryEvent } from '../history.ts';
import { page } from './operation.ts';

/** What GetExecutionHistory answers: a page of events, newest first if asked, without the data if asked. */
export function historyPage(events: readonly HistoryEvent[], document: Document): Document {
  const ordered = document['reverseOrder'] === true ? events.toReversed() : events;
  const { items, ...more } = page(ordered, document, 1000);
  return { events: document['includeExecutionData'] === false ? items.map(withoutData) : items, ...more };
}

function withoutData(event: HistoryEvent): Document {
  const bare = Object.entries(event).map(([member, value]) => {
    if (typeof value !== 'object' || value === null) return [member, value];
    const kept = Object.entries(value).filter(([name]) => name !== 'input' && name !== 'output');
    return [member, Object.fromEntries(kept)];
  });
  return Object.fromEntries(bare);
}

import type { PageReason } from '../../domain/incident/ladder.ts';
import { reasonText } from '../../domain/messages/page-text.ts';
import type { Language } from '../../domain/organization/organization.ts';
import { by, until } from './pages-examples.ts';

/** When a page gives each reason, and an example of it. */
export const reasonExamples: Readonly<
  Record<PageReason['kind'], { readonly when: string; readonly reason: PageReason }>
> = {
  noAnswer: { when: 'the person before you has not answered', reason: { kind: 'noAnswer', by } },
  cannot: { when: 'the person before you has declined', reason: { kind: 'cannot', by } },
  nobodyYet: {
    when: 'everybody was asked, and nobody has acknowledged',
    reason: { kind: 'nobodyYet' },
  },
  timeIsUp: { when: 'a colleague’s acknowledgement has run out', reason: { kind: 'timeIsUp', by } },
  yourTimeIsUp: { when: 'yours has run out', reason: { kind: 'yourTimeIsUp', by } },
  openAgain: {
    when: 'the alarm fires again soon after its end',
    reason: { kind: 'openAgain', at: until },
  },
  flaps: {
    when: 'it has done so three times within 30 minutes',
    reason: { kind: 'flaps', times: 6, at: until },
  },
  critical: { when: 'the severity has become critical', reason: { kind: 'critical' } },
  high: { when: 'the severity was low, and is high now', reason: { kind: 'high' } },
  serious: { when: 'a major incident needs everybody', reason: { kind: 'serious' } },
  notConfirmed: {
    when: 'the contact center has not reached the person who acknowledged',
    reason: { kind: 'notConfirmed', by, until },
  },
  target: {
    when: 'the target of the SLA comes near',
    reason: { kind: 'target', dueAt: until + 60 * 60_000 },
  },
  handOver: { when: 'a colleague hands the incident over to you', reason: { kind: 'handOver', by } },
  askedFor: { when: 'a colleague or an operator asks for you', reason: { kind: 'askedFor', by } },
};

/** Each reason, and how a page says it in a language. */
export function reasonsSaid(language: Language, timeZone: string): readonly (readonly [string, string])[] {
  return Object.values(reasonExamples).map(({ when, reason }) => [
    when,
    reasonText(reason, { language, timeZone }),
  ]);
}

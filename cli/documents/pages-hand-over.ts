import type { Notice } from '../../domain/incident/notice.ts';
import { hour } from '../../domain/time/instant.ts';
import { openedAt } from './pages-questions.ts';

const code = 'A7K';

const by = 'Bram';

/** What is told about handing over: when each is sent, and an example of it. */
export const handingOver = {
  handOverAsked: {
    when: 'you want a colleague to take over',
    notice: { kind: 'handOverAsked', code, whom: by },
  },
  colleagueCannot: { when: 'the colleague declined', notice: { kind: 'colleagueCannot', code, by } },
  shiftEnds: { when: 'your shift ends, and you have an incident', notice: { kind: 'shiftEnds', code, by } },
  shiftBegins: {
    when: 'your shift begins, and the one before you has incidents',
    notice: {
      ...{ kind: 'shiftBegins', of: by, from: openedAt, until: openedAt + 7 * 24 * hour },
      incidents: [{ code, customer: 'ACME' }],
    },
  },
} as const satisfies Readonly<Record<string, { readonly when: string; readonly notice: Notice }>>;

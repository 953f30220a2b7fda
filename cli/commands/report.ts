import type { MonthFigures, ReportQuery } from '../../domain/api/report.ts';
import { didYouMean } from '../../domain/organization/did-you-mean.ts';
import {
  type CustomerMonth,
  customerMonth,
  customerMonths,
  responderMonths,
} from '../../domain/reports/month-report.ts';
import { reportCsv } from '../print/report-csv.ts';
import { reportText } from '../print/report-text.ts';
import { type Command, type Given, type Result, textIn } from './command.ts';

/** The most pages of a month: more than a hundred thousand incidents. */
const maxPages = 500;

/** Reports a month for each customer and each responder. */
export const report: Command = {
  summary: 'report how soon the incidents of a month were acknowledged and resolved, and who was paged',
  usage: '[--month <month>] [--customer <id>] [--csv]',
  help: [
    '--month <month>        such as 2026-11, by when incidents were opened; without it, the last one that is over',
    '--customer <id>        only this one, without the responders',
    '--csv                  a line for each customer and responder, for a spreadsheet; times in seconds',
    'Percentiles are nearest-rank: a time that was measured, and that so many percent do not exceed.',
    'The time of an incident that is held until the morning begins then. Hours on call are by the rosters of today.',
  ],
  options: { month: { type: 'string' }, customer: { type: 'string' }, csv: { type: 'boolean' } },
  operands: [],
  async run(given) {
    const month = textIn(given, 'month');
    if (month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
      return { kind: 'misused', message: `--month must be a month such as 2026-11, got ${month}` };
    const read = await monthRead(given, month);
    if (read.kind === 'failed') return read;
    return reported(given, read.month);
  },
};

/** All pages of a month, as a cell answers them. */
type ReadMonth = Omit<MonthFigures, 'next'>;

type Read =
  | { readonly kind: 'read'; readonly month: ReadMonth }
  | { readonly kind: 'failed'; readonly message: string };

async function monthRead(given: Given, wanted: string | undefined): Promise<Read> {
  const incidents = new Map<string, ReadMonth['incidents'][number]>();
  let query: ReportQuery = { month: wanted };
  for (let pages = 0; pages < maxPages; pages++) {
    const answer = await given.ask('report', { query });
    if (answer.kind === 'failed') return answer;
    const page = answer.body;
    for (const incident of page.incidents) incidents.set(incident.incidentId, incident);
    if (page.next === null) {
      return { kind: 'read', month: { ...page, incidents: [...incidents.values()] } };
    }
    query = { month: page.month, cursor: page.next };
  }
  return { kind: 'failed', message: `the month has more than ${maxPages} pages` };
}

function reported(given: Given, read: ReadMonth): Result {
  const { month, isOver, isComplete, timeZone } = read;
  const wanted = textIn(given, 'customer');
  const all = customerMonths(read);
  const customers = wanted === undefined ? all : all.filter(({ customer }) => customer?.id === wanted);
  if (wanted !== undefined && customers.length === 0) return noSuchCustomer(wanted, all);
  const report = {
    ...{ month, isOver, timeZone, customers },
    ...(wanted === undefined
      ? { inAll: customerMonth(null, read.incidents), responders: responderMonths(read) }
      : { responders: [] }),
  };
  return {
    kind: 'done',
    text: given.values['csv'] === true ? reportCsv(report) : reportText(report),
    json: report,
    warnings: isComplete ? [] : ['Not everything that is open could be looked at: it is not in it.'],
  };
}

function noSuchCustomer(wanted: string, all: readonly CustomerMonth[]): Result {
  const known = all.flatMap(({ customer }) => customer?.id ?? []);
  const message = `There is no customer ${wanted}${didYouMean(wanted, known)}. Customers: ${known.join(', ')}.`;
  return { kind: 'failed', message };
}

import { parseCustomerReply } from '../domain/replies/customer-reply.ts';
import { parseReply } from '../domain/replies/parse.ts';
import { replyCorpus } from '../test/domain/replies/corpus/all.ts';
import { customerReplies } from '../test/domain/replies/corpus/customers.ts';
import { customerInWords, inWords, type Row } from '../test/domain/replies/corpus/row.ts';

/** Prints how well replies are understood: for each meaning, how many rows of the corpus have it, and what was read. */
interface Reading {
  readonly text: string;
  readonly means: string;
  readonly read: string;
}

const kindOf = (words: string) => /^\w+/.exec(words)?.[0] ?? '';

const percent = (part: number, whole: number) =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;

function readingsOf(rows: readonly Row[], read: (text: string) => string): readonly Reading[] {
  return rows.map(([text, means]) => ({ text, means, read: read(text) }));
}

/** Rightly: kind, code, time and words. Precision counts kinds; what is asked back is unclear. */
function table(title: string, readings: readonly Reading[]): void {
  console.log(`\n${title.padEnd(24)} rows  rightly  precision  recall  asked back`);
  for (const kind of new Set(readings.map(({ means }) => kindOf(means)))) {
    const meant = readings.filter(({ means }) => kindOf(means) === kind);
    const readSo = readings.filter(({ read }) => kindOf(read) === kind);
    const rightly = meant.filter(({ means, read }) => means === read).length;
    const trulySo = readSo.filter(({ means }) => kindOf(means) === kind).length;
    const askedBack = meant.filter(({ read }) => kindOf(read) === 'unclear').length;
    const figures = [
      String(meant.length).padStart(4),
      String(rightly).padStart(7),
      percent(trulySo, readSo.length).padStart(10),
      percent(rightly, meant.length).padStart(8),
      kind === 'unclear' ? '' : String(askedBack).padStart(8),
    ];
    console.log(`${kind.padEnd(24)} ${figures.join(' ')}`);
  }
}

function falsely(kind: string, readings: readonly Reading[]): number {
  const found = readings.filter(({ means, read }) => kindOf(read) === kind && kindOf(means) !== kind);
  for (const { text, means, read } of found)
    console.log(`FALSE ${JSON.stringify(text)} means ${means}, read ${read}`);
  return found.length;
}

const read = (text: string) => inWords(parseReply(text));

const readings = readingsOf(Object.values(replyCorpus).flat(), read);

const customers = readingsOf(customerReplies, (text) => customerInWords(parseCustomerReply(text)));

table('replies of responders', readings);

table('answers of customers', customers);

console.log(`\n${'where they are from'.padEnd(24)} rows  rightly`);

for (const [name, rows] of Object.entries(replyCorpus)) {
  const rightly = readingsOf(rows, read).filter((one) => one.means === one.read).length;
  console.log(`${name.padEnd(24)} ${String(rows.length).padStart(4)} ${String(rightly).padStart(8)}`);
}

const runs = 20;

const from = performance.now();

for (let run = 0; run < runs; run++) for (const { text } of readings) parseReply(text);

const microseconds = ((performance.now() - from) * 1000) / (runs * readings.length);

console.log(`\n${microseconds.toFixed(0)} microseconds a reply`);

/** What costs something when it is wrong. */
const falseReadings = [
  ...(['yes', 'done', 'handOver', 'consent'] as const).map(
    (kind) => [kind, falsely(kind, readings)] as const,
  ),
  ['consent given', falsely('granted', customers)] as const,
];

console.log(falseReadings.map(([kind, count]) => `${count} false ${kind}`).join(', '));

process.exit(falseReadings.every(([, count]) => count === 0) ? 0 : 1);

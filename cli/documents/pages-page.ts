import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultMinutes } from '../../domain/answers/acknowledge.ts';
import { gsm7Length, onePart } from '../../domain/messages/gsm7.ts';
import { noticeText } from '../../domain/messages/notice-text.ts';
import { barePageText, pageText } from '../../domain/messages/page-text.ts';
import {
  spokenOutcome,
  spokenToContactCenter,
  spokenToResponder,
} from '../../domain/messages/spoken-text.ts';
import type { Language } from '../../domain/organization/organization.ts';
import { keySeconds, readings, ringSeconds } from '../../domain/paging/call-times.ts';
import { answerWithoutCodeWithin, lateAnswerWithin } from '../../domain/replies/target.ts';
import { maxMinutes } from '../../domain/replies/times/time-units.ts';
import { optOutWords } from '../../domain/replies/words/words.ts';
import { hour, minute } from '../../domain/time/instant.ts';
import { customerMessages, customerReplies, operatorReads, operatorTasks } from './pages-beside.ts';
import {
  example,
  exampleDigits,
  longSummary,
  noticeExamples,
  outcomesSpoken,
  replies,
} from './pages-examples.ts';
import { customerReadingOf, readingOf } from './pages-replies.ts';

/** Where the page is. */
export const pagesPageFile = join(import.meta.dirname, '../../docs/pages.md');

const languages: readonly (readonly [Language, string])[] = [
  ['nl', 'Dutch'],
  ['fr', 'French'],
  ['de', 'German'],
  ['en', 'English'],
];

/** The page on what people read and hear, written by the functions that write and speak it. */
export function pagesPage(): string {
  return [
    introduction,
    whatIsAnswered(),
    whatCustomersAnswer(),
    whatOperatorsSee(),
    ...languages.map(([language, name]) => inLanguage(language, name)),
    whenNothingElseWorks(),
  ].join('\n');
}

const introduction = `# What a page looks and sounds like

Written by the product's own functions (\`npx tsx cli/documents/pages-page.ts\`); a test proves that it is current. All of it is about one incident: the disk of
ACME's server db-3 is full, since ten past three at night. Its code is A7K.

![Who is paged when, by severity, as long as nobody answers](ladder.svg)

These are the default ladders; \`policies\` in \`organization.yaml\` makes them others. What both regions refuse does not wait: the next path is tried at
once. Everybody reads and hears his or her own language. An SMS is one part of ${onePart} letters that every phone shows: what is wrong is cut to fit; the
code, the time and how to answer never are. A code has no 0, O, 1 or I. A call rings for ${ringSeconds} seconds, reads its message ${readings} times, and waits ${keySeconds} seconds
for a key after each. The keys are drawn anew for every call, so no voicemail can press them; picking up the phone answers nothing.
`;

function whatIsAnswered(): string {
  const { critical, high, low } = defaultMinutes;
  return `## What one can answer

By SMS, in any of the four languages, whichever one is written to in; as a whole sentence or as one word. Whoever was asked can still take it, also after a no.

- A yes takes the incident for the minutes that it names (1 to ${maxMinutes}); without any, for ${critical} minutes if it is critical, ${high} if it is high, ${low} if it is low.
  Another one before they are over makes it longer.
- Without a code, an answer counts if the phone was paged for one incident in the last ${answerWithoutCodeWithin / minute} minutes, nobody else has that one, and none that it was
  paged for in the last ${lateAnswerWithin / hour} hours is over. Else it is asked back: SMS arrive hours late.
- What is not understood is asked back, and never taken for a yes.

Some answers, and how they are read:

${table(
  'SMS',
  'Read as',
  replies.map((reply) => [code(reply), readingOf(reply)]),
).join('\n')}

Words by which carriers unsubscribe a phone are none to answer with: ${optOutWords.slice(0, carriersWords).map(code).join(', ')}.
Such a message may not reach us, and may be the last that the phone can send. No text of ours holds one.
`;
}

/** Those that AWS names; the rest of the list is what single carriers add. */
const carriersWords = 10;

function whatCustomersAnswer(): string {
  return `## What a customer can answer

Customers are told, and answer one thing: whether they agree to what an engineer wants to do. The question has four digits, new each time, and the answer
names them. A yes is one only if every word of it is known and none takes it back; a plain no may say anything after it.

${table(
  'SMS',
  'Read as',
  customerReplies.map((reply) => [code(reply), customerReadingOf(reply)]),
).join('\n')}

Whoever has not answered within five minutes is called by an operator, who records the answer with the name of the one who gave it. After an hour the
request is none any more, and counts as no consent.
`;
}

function whatOperatorsSee(): string {
  return `## What operators see

![The operators' board: find out what an unknown service is, ask a customer for consent, tell another, reach An about three incidents](board.png)

The board, here of a contact center that speaks English. The same tasks come into the queue of Amazon Connect, each with a link to its own screen, on
which the text to read out stands, in the language of whoever is called, and what was done so far.
`;
}

function inLanguage(language: Language, name: string): string {
  const alarm = { ...example, language };
  const page = pageText(alarm);
  const asked = { who: ['An'], smsFailsTotally: true };
  const spoken = Object.entries(outcomesSpoken).map(([outcome, when]): [string, string] => [
    when,
    spokenOutcome(outcome as keyof typeof outcomesSpoken, example.code, language),
  ]);
  const notices = Object.values(noticeExamples).map(({ when, notice }): [string, string] => [
    when,
    code(noticeText(notice, language, example.timeZone)),
  ]);
  return [
    `## In ${name}`,
    '',
    `The page by SMS, ${gsm7Length(page)} letters; below it one about which there is more to say than it may say, ${onePart}:`,
    ...block(page, pageText({ ...alarm, summary: longSummary })),
    'The call, to an engineer or a manager:',
    ...block(spokenToResponder(alarm, exampleDigits)),
    'The call to the contact center, when no SMS could be sent to An; its key takes nothing:',
    ...block(spokenToContactCenter(alarm, exampleDigits, asked)),
    ...table('Key', 'Then the call says', spoken),
    '',
    ...table('When', 'SMS to an engineer or a manager', notices),
    '',
    ...table('When', 'SMS to a customer', inCode(customerMessages(language))),
    '',
    ...table('When', 'Operators are asked', inCode(operatorTasks(language))),
    '',
    'An operator reads to a customer who is told by people:',
    ...block(operatorReads(language)),
  ].join('\n');
}

function whenNothingElseWorks(): string {
  return [
    '## When nothing else works',
    '',
    'The bare page, to operational management and the contact center, when an incident cannot be read or its drivers fail. It leans on nothing that may',
    'be broken, not even on a language:',
    ...block(barePageText(example.code)),
    'What to do then: [runbooks/bare-page.md](runbooks/bare-page.md).',
    '',
  ].join('\n');
}

function table(left: string, right: string, rows: readonly (readonly [string, string])[]): readonly string[] {
  return [`| ${left} | ${right} |`, '| --- | --- |', ...rows.map(([one, other]) => `| ${one} | ${other} |`)];
}

function block(...words: readonly string[]): readonly string[] {
  return ['', '```', ...words, '```', ''];
}

function inCode(rows: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return rows.map(([when, words]) => [when, code(words)]);
}

function code(words: string): string {
  return `\`${words}\``;
}

if (process.argv[1] === join(import.meta.dirname, 'pages-page.ts')) {
  writeFileSync(pagesPageFile, pagesPage());
  console.log(`Wrote ${pagesPageFile}`);
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultMinutes } from '../../domain/answers/acknowledge.ts';
import { maxMinutesAhead } from '../../domain/answers/from-sms.ts';
import { maxUnderWayMs, wordWithoutCodeWithin } from '../../domain/answers/incident-meant.ts';
import { gsm7Length, onePart } from '../../domain/messages/gsm7.ts';
import { noticeText } from '../../domain/messages/notice-text.ts';
import { barePageText, pageText } from '../../domain/messages/page-text.ts';
import {
  spokenOutcome,
  spokenToContactCenter,
  spokenToResponder,
} from '../../domain/messages/spoken-text.ts';
import type { Language } from '../../domain/organization/organization.ts';
import { keySeconds, readings, ringSeconds } from '../../domain/paging/page.ts';
import { maxMinutes } from '../../domain/replies/times/time-units.ts';
import { optOutWords } from '../../domain/replies/words/words.ts';
import { hour, minute } from '../../domain/time/instant.ts';
import {
  customerMessages,
  customerReplies,
  operatorReads,
  operatorTasks,
} from './pages-customers-and-operators.ts';
import {
  example,
  exampleDigits,
  longSummary,
  noticeExamples,
  otherScript,
  outcomesSpoken,
  replies,
} from './pages-examples.ts';
import { reasonExamples, reasonsSaid } from './pages-reasons.ts';
import { customerReadingOf, readingOf } from './pages-replies.ts';

/** The file of the page. */
export const pagesPageFile = join(import.meta.dirname, '../../docs/pages.md');

const languages = { nl: 'Dutch', fr: 'French', de: 'German', en: 'English' } as const;

/** The page on what people read and hear, written by the functions that write and speak it. */
export function pagesPage(): string {
  return [
    introduction,
    whatIsAnswered(),
    whatCustomersAnswer(),
    whatOperatorsSee(),
    ...(Object.keys(languages) as Language[]).map((one) => inLanguage(one, languages[one])),
    whenNothingElseWorks(),
  ].join('\n');
}

const introduction = `# What a page looks and sounds like

Written by the product's own functions (\`npx tsx cli/documents/pages-page.ts\`); a test proves that it is current. All of it is about one incident: the disk of
ACME's server db-3 is full, since ten past three at night. Its code is A7K.

![Who is paged when, by severity, as long as nobody answers](ladder.svg)

These are the default ladders. \`policies\` in \`organization.yaml\` changes them. If both regions refuse an SMS, the next path is tried at once. Everybody reads
and hears their own language. An SMS is one part of ${onePart} letters that every phone shows: what is wrong is cut to fit, and the code, the time and how to
answer are never cut. A code has no 0, O, 1 or I. A call rings for ${ringSeconds} seconds, reads its message ${readings} times, and waits ${keySeconds} seconds for a key after
each reading. Every call draws its keys anew, so no voicemail can press them. Picking up the phone answers nothing.
`;

function whatIsAnswered(): string {
  const { critical, high, low } = defaultMinutes;
  return `## What you can answer

By SMS, in any of the four languages, in a whole sentence or one word. Everybody who was paged can still acknowledge, even after a no.

- A yes acknowledges the incident for the minutes that it names (1 to ${maxMinutes}). Without minutes it lasts ${critical} minutes if the incident is critical, ${high} if it
  is high, ${low} if it is low. Another yes before they are over extends it.
- A word without a code counts where it can mean one incident: the one that its sender has, however old; else the only one that the phone was paged for in the
  last ${wordWithoutCodeWithin / hour} hours, whatever has become of the others. Otherwise the sender is asked which one they mean. A page says whether a bare yes or no counts:
  \`Reply yes/no\`, or \`Reply A7K yes/no\`.
- An SMS is read against the pages of the moment when it was sent. One without a code that was under way for more than ${maxUnderWayMs / minute} minutes is asked back.
- \`A7K Q4M yes\` is about both; \`yes all\` is about all that the phone was paged for and that nobody has. One text confirms them.
- A time on the clock more than ${maxMinutesAhead / 60} hours ahead is asked back: it may be in the other half of the day, or just past.
- Words after the end are its note. \`netwerk erbij\` pages the primary of that roster, \`add bram\` a colleague; a name of two people is asked back.
- If an answer is not understood, the sender is asked again, and the question is about what they may have meant. It never counts as a yes.

Some answers, and how they are read:

${table(
  'SMS',
  'Read as',
  replies.map((reply) => [code(reply), readingOf(reply)]),
).join('\n')}

Do not answer with words by which carriers unsubscribe a phone: ${optOutWords.slice(0, carriersWords).map(code).join(', ')}.
Such a message may not reach us, and may be the last that the phone can send. No text of ours contains one.
`;
}

/** The words in AWS's own list. Single carriers have more. */
const carriersWords = 10;

function whatCustomersAnswer(): string {
  return `## What a customer can answer

Customers answer one question: whether they agree to what an engineer wants to do. The question has four digits, new each time, and the answer names
them. A text is a yes only if every word of it is known and no word contradicts it. After a plain no, any words may follow.

${table(
  'SMS',
  'Read as',
  customerReplies.map((reply) => [code(reply), customerReadingOf(reply)]),
).join('\n')}

After five minutes without an answer an operator calls, and records the answer with the name of the person who gave it. A request without an answer
expires after 60 minutes and counts as refused.
`;
}

function whatOperatorsSee(): string {
  return `## What operators see

![The operators' board: find out what an unknown service is, ask a customer for consent, tell another customer, reach An about three incidents](board.png)

The board of a contact center that speaks English. The same tasks come into the queue of Amazon Connect. Each has a link to its own screen, which shows
the text to read out, in the language of the person who is called, and what was done so far.
`;
}

function inLanguage(language: Language, name: string): string {
  const alarm = { ...example, language };
  const page = pageText(alarm);
  const asked = { who: [{ name: 'An', number: '+32470000001' }], smsFailsTotally: true };
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
    `The page by SMS, ${gsm7Length(page)} letters; below it a page with a longer summary, cut to ${onePart}:`,
    ...block(page, pageText({ ...alarm, summary: longSummary })),
    'The page of a critical incident, and one that GSM-7 cannot write, in UCS-2:',
    ...block(
      ...[{ isCritical: true }, { summary: otherScript }].map((one) => pageText({ ...alarm, ...one })),
    ),
    'The call, to an engineer or a manager:',
    ...block(spokenToResponder(alarm, exampleDigits)),
    'A page or a call that is not the first says why it comes:',
    ...block(pageText({ ...alarm, reason: reasonExamples.noAnswer.reason })),
    ...table('Why', 'SMS and call say', inCode(reasonsSaid(language, example.timeZone))),
    '',
    'The call to the contact center, when no SMS could be sent to An. Its key does not acknowledge:',
    ...block(spokenToContactCenter(alarm, exampleDigits, asked)),
    ...table('Key', 'Then the call says', spoken),
    '',
    ...table('When', 'SMS to an engineer or a manager', notices),
    '',
    ...table('When', 'SMS to a customer', inCode(customerMessages(language))),
    '',
    ...table('When', 'Task of the operators', inCode(operatorTasks(language))),
    '',
    'An operator reads to a customer whom operators inform:',
    ...block(operatorReads(language)),
  ].join('\n');
}

function whenNothingElseWorks(): string {
  return [
    '## When nothing else works',
    '',
    'The bare page, to operational management and the contact center, when an incident cannot be read or its drivers fail. It needs nothing that may be',
    'broken, not even a language:',
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

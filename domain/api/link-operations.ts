import { again } from './action-operation.ts';
import type { Operation } from './operation.ts';

const links = {
  403: 'The link was altered, or made elsewhere.',
  410: 'The link has expired, or its task is over and forgotten.',
  503: again,
};

/** What the routes of signed links take and answer. */
export const linkOperations = {
  openLink: {
    summary: 'The screen of a task, or the operators’ board; opening it changes nothing',
    answers: { 200: { description: 'It, in the contact center’s language.', content: { type: 'page' } } },
    refusals: links,
    refusedBy: 'page',
  },
  checkLink: {
    summary: 'Whether the link opens something; asking changes nothing',
    answers: { 200: { description: 'It does.' } },
    refusals: links,
    refusedBy: 'page',
  },
  pressOnLink: {
    summary: 'What an operator has pressed there',
    body: { type: 'form' },
    answers: { 303: { description: 'Stored; the screen shows what came of it.' } },
    refusals: {
      400: 'Not what a form of a screen sends.',
      422: 'A name is missing, and asked for.',
      ...links,
    },
    refusedBy: 'page',
  },
} as const satisfies Readonly<Record<string, Operation>>;

import type * as z from 'zod/mini';
import { action, notUnderstood, signed } from './action-operation.ts';
import { actionBodies } from './actions.ts';
import { accepted, nativeAlarm } from './alarm.ts';
import { boardLink, health, nothingToPage } from './answers.ts';
import * as examples from './examples.ts';
import { incidentList, incidentWithTimeline, listQuery } from './incident.ts';
import { linkOperations } from './link-operations.ts';
import { onCall, onCallQuery } from './on-call.ts';
import { type Json, json, type Operation } from './operation.ts';
import type { Shape } from './parts.ts';
import { putAside } from './put-aside.ts';
import { monthFigures, reportQuery } from './report.ts';
import type { OperationName } from './routes.ts';
import { testPage, testPageRequest } from './test-page.ts';

const noKey = 'The key is not known.';

/** What each route takes and answers. A route without a line here, or a line without a route, does not compile. */
export const operations = {
  sendAlarm: {
    summary: 'Send an alarm',
    body: json(nativeAlarm, examples.alarm),
    answers: {
      202: {
        description: 'Stored, and being paged. Warnings name what was wrong with the alarm.',
        content: json(accepted, examples.accepted),
      },
    },
    refusals: { 401: noKey, 503: 'Not stored: send it again, here or to the other cell.' },
    refusedBy: 'problem',
  },
  postCloudWatch: {
    summary: 'What SNS posts for the alarms of CloudWatch: subscribe this URL to a topic by HTTPS',
    body: {
      type: 'text',
      description: 'A message of SNS: SubscriptionConfirmation, Notification or UnsubscribeConfirmation.',
    },
    answers: {
      200: {
        description: 'The subscription is confirmed or has ended, or the change pages nobody.',
        content: json(nothingToPage, examples.nothingToPage),
      },
      202: {
        description: 'Stored, and being paged. What is no alarm of CloudWatch is paged as unreadable.',
        content: json(accepted, examples.accepted),
      },
    },
    refusals: {
      401: noKey,
      403: 'Another topic, or SNS did not sign it.',
      503: 'Not stored, or not to be checked now: send it again.',
    },
    refusedBy: 'problem',
  },
  health: {
    summary: 'Whether the cell answers',
    answers: { 200: { description: 'It does.', content: json(health, examples.health) } },
    refusals: {},
    refusedBy: 'problem',
  },
  openApi: {
    summary: 'This document',
    answers: { 200: { description: 'OpenAPI 3.1', content: { type: 'openapi' } } },
    refusals: {},
    refusedBy: 'problem',
  },
  listIncidents: {
    summary: 'The open incidents, newest first',
    query: listQuery,
    answers: { 200: { description: 'A page of them.', content: json(incidentList, examples.list) } },
    refusals: { 400: notUnderstood, ...signed },
    refusedBy: 'problem',
  },
  showIncident: {
    summary: 'An incident with its whole timeline, also one that is over',
    answers: { 200: { description: 'It.', content: json(incidentWithTimeline, examples.withTimeline) } },
    refusals: { 404: 'There is no such incident.', ...signed },
    refusedBy: 'problem',
  },
  acknowledge: action('Acknowledge an incident for a time', actionBodies.acknowledge, {
    by: 'an',
    minutes: 45,
  }),
  decline: action('Say no: the next responder is asked at once', actionBodies.decline, { by: 'an' }),
  resolve: action('Resolve an incident', actionBodies.resolve, { by: 'an', note: 'The logs were rotated.' }),
  reopen: action('Open an incident again that is not over: it goes on as it was', actionBodies.reopen, {
    by: 'an',
  }),
  update: action(
    'Say how long the repair will take: the acknowledgement lasts until then, and the customer hears it',
    actionBodies.update,
    { by: 'an', minutes: 90 },
  ),
  escalate: action('Ask somebody else as well, whoever has acknowledged it', actionBodies.escalate, {
    ...{ by: 'an', whom: 'network' },
  }),
  handOver: action(
    'Ask a colleague to take the incident over: nothing changes until they say yes',
    actionBodies.handOver,
    { by: 'an', to: 'bram' },
  ),
  serious: action('Declare a major incident: management and both engineers are in', actionBodies.serious, {
    by: 'an',
  }),
  assign: action('Say of which service an incident is: it gets its customer', actionBodies.assign, {
    ...{ by: 'an', service: 'acme-shop' },
  }),
  assess: action('Record what management and the customer have decided', actionBodies.assess, {
    ...{ by: 'dirk', words: 'The shop may be down until 06:00.' },
  }),
  consent: action(
    'Ask the customer for consent to a drastic action, with `action` alone; or record what came of a request, with `request` and `answer`',
    actionBodies.consent,
    { by: 'an', action: 'restart the database' },
  ),
  onCall: {
    summary: 'Who is on call',
    query: onCallQuery,
    answers: { 200: { description: 'For each roster.', content: json(onCall, examples.onCall) } },
    refusals: { 400: notUnderstood, 404: 'There is no such roster.', ...signed },
    refusedBy: 'problem',
  },
  report: {
    summary: 'The figures of the incidents that were opened in a month, also of those that are not over',
    query: reportQuery,
    answers: { 200: { description: 'A page of them.', content: json(monthFigures, examples.month) } },
    ...{ refusals: { 400: notUnderstood, ...signed }, refusedBy: 'problem' },
  },
  putAside: {
    summary: 'The messages that could never be handled, and that are tried no more',
    answers: { 200: { description: 'The last 100.', content: json(putAside, examples.putAside) } },
    ...{ refusals: signed, refusedBy: 'problem' },
  },
  sendTestPage: {
    summary:
      'Page oneself over one path, to see that it works. It is about no incident, and pages nobody else',
    body: json(testPageRequest, examples.testPageRequest),
    answers: {
      200: { description: 'Sent, or refused by that region.', content: json(testPage, examples.testPage) },
    },
    refusals: { 400: notUnderstood, 429: 'Too many in this hour, or two at once.', ...signed },
    refusedBy: 'problem',
  },
  showTestPage: {
    summary: 'The last test page to a responder, and whether it was answered',
    answers: { 200: { description: 'It.', content: json(testPage, examples.testPage) } },
    refusals: { 404: 'There is no such responder, or no test page to them.', ...signed },
    refusedBy: 'problem',
  },
  boardLink: {
    summary: 'A link to the operators’ board of this cell, which shows what operators are asked in both',
    description: 'Whoever has it can open the board, and say there what came of a task.',
    answers: { 200: { description: 'It.', content: json(boardLink, examples.boardLink) } },
    ...{ refusals: signed, refusedBy: 'problem' },
  },
  ...linkOperations,
} as const satisfies Readonly<Record<OperationName, Operation>>;

type Operations = typeof operations;

type SchemaIn<C> = C extends { readonly content: Json<infer S> } ? S : never;

/** The JSON that an operation answers when it is done. */
export type AnswerOf<N extends OperationName> = Shape<
  SchemaIn<Operations[N]['answers'][keyof Operations[N]['answers']]>
>;

/** The JSON that an operation takes, as a caller may write it; `undefined`: none. */
export type BodyOf<N extends OperationName> = Operations[N] extends { readonly body: Json<infer S> }
  ? z.input<S>
  : undefined;

/** The query that an operation takes, as a caller may write it; `undefined`: none. */
export type QueryOf<N extends OperationName> = Operations[N] extends {
  readonly query: infer Q extends z.ZodMiniType;
}
  ? z.input<Q>
  : undefined;

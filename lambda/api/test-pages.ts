import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { SentTest } from '../../aws/table/test-pages.ts';
import { testPageRequest as example } from '../../domain/api/examples.ts';
import { type TestPage, testPageRequest } from '../../domain/api/test-page.ts';
import { didYouMean } from '../../domain/organization/did-you-mean.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Cell } from '../cell/cell.ts';
import { sendTest } from '../channels/test-page.ts';
import { badRequest, iso, json, problem } from '../http/problem.ts';
import { readBody } from '../http/requests.ts';

/** Answers `POST /v1/test-pages`: pages the responder over one path. */
export async function sendTestPage(
  cell: Cell,
  organization: Organization,
  event: APIGatewayProxyEvent,
): Promise<APIGatewayProxyResult> {
  const request = readBody(testPageRequest, event, example);
  if (typeof request === 'string') return badRequest(request);
  const responder = organization.responders[request.by];
  if (responder === undefined) return badRequest(noResponder(request.by, organization));
  const outcome = await sendTest(cell, responder, request, cell.now());
  if (outcome.kind === 'sent') return json<TestPage>(200, view(request.by, outcome.test));
  return problem(429, {
    title: 'Too many test pages',
    detail: `A phone gets 12 test pages in an hour at most, one after the other.`,
  });
}

/** Answers `GET /v1/test-pages/{id}`: the last test page to a responder. */
export async function showTestPage(
  cell: Cell,
  organization: Organization,
  event: APIGatewayProxyEvent,
): Promise<APIGatewayProxyResult> {
  const id = event.pathParameters?.['id'] ?? '';
  const responder = organization.responders[id];
  const test = responder && (await cell.tests.find(responder.numbers[0] ?? ''));
  if (test !== undefined) return json<TestPage>(200, view(id, test));
  const detail = responder === undefined ? noResponder(id, organization) : `No test page went to ${id}.`;
  return problem(404, { title: 'No test page', detail });
}

function noResponder(id: string, { responders }: Organization): string {
  return `There is no responder ${id.slice(0, 80)}${didYouMean(id, Object.keys(responders))}.`;
}

function view(responder: string, { path, region, sentAt, digits, refused, answeredAt }: SentTest): TestPage {
  return {
    ...{ responder, path, region },
    sentAt: iso(sentAt),
    answer: path === 'sms' ? `test ${digits}` : digits,
    refused: refused ?? null,
    answeredAt: answeredAt === undefined ? null : iso(answeredAt),
  };
}

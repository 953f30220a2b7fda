import { deepStrictEqual } from 'node:assert/strict';
import { problem } from '../../domain/api/answers.ts';
import type { Operation } from '../../domain/api/operation.ts';
import { operations } from '../../domain/api/operations.ts';
import { type Route, routes } from '../../domain/api/routes.ts';
import type { Answer } from './requests.ts';

/** The operation that a request is for. Throws when the API has none. */
function operationFor(method: string, path: string): readonly [name: string, operation: Operation] {
  const [name] =
    Object.entries<Route>(routes).find(
      ([, route]) => route.method === method && shapeOf(route.path).test(path),
    ) ?? [];
  const found = Object.entries<Operation>(operations).find(([each]) => each === name);
  if (found === undefined) throw new Error(`the API has no ${method} ${path}`);
  return found;
}

function shapeOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

/** Throws, also outside Jest, unless the API's description has the answer's status and describes its whole body. */
export function expectToFit(method: string, path: string, { status, headers, body }: Answer): void {
  const [name, { answers, refusals }] = operationFor(method, path);
  const content = answers[status]?.content;
  const schema = content?.type === 'json' ? content.schema : status in refusals ? problem : undefined;
  if (schema === undefined) {
    deepStrictEqual(
      { name, status, isKnown: answers[status] !== undefined },
      { name, status, isKnown: true },
    );
    return;
  }
  const type = status in refusals ? 'application/problem+json' : 'application/json';
  deepStrictEqual({ name, type: headers.get('content-type') }, { name, type });
  deepStrictEqual({ name, body: schema.parse(body) }, { name, body });
}

import { describe, expect, test } from '@jest/globals';
import type { Operation } from '../../../domain/api/operation.ts';
import { operations } from '../../../domain/api/operations.ts';
import { type Route, routes } from '../../../domain/api/routes.ts';

const all = Object.entries<Operation>(operations);

const withJson = all.flatMap(([name, { body, answers }]) => {
  const contents = [
    ['body', body] as const,
    ...Object.entries(answers).map(([status, { content }]) => [status, content] as const),
  ];
  return contents.flatMap(([what, content]) =>
    content?.type === 'json' ? [[name, what, content] as const] : [],
  );
});

describe('the routes of a cell', () => {
  test('are each there once', () => {
    const places = Object.values<Route>(routes).map(({ method, path }) => `${method} ${path}`);

    expect(new Set(places).size).toBe(places.length);
  });

  test('are each described, but for those that answer what is not there', () => {
    const undescribed = Object.entries<Route>(routes).filter(([name]) => !Object.hasOwn(operations, name));

    expect(undescribed.map(([, { method }]) => method)).toEqual(['ANY', 'ANY', 'ANY']);
  });
});

describe('an operation', () => {
  test.each(withJson)('has an example that fits: %s, %s', (_name, _what, { schema, example }) => {
    expect(schema.safeParse(example)).toMatchObject({ success: true });
  });

  test('that answers JSON has a problem document for what it refuses', () => {
    const pages = all.filter(([, { refusedBy }]) => refusedBy === 'page').map(([name]) => name);

    expect(pages).toEqual(['openLink', 'checkLink', 'pressOnLink']);
  });
});

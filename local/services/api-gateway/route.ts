import type { Caller } from '../../kernel/service.ts';
import type { Method, PathResource, RestApi } from './rest-api.ts';

/** The method that serves a request, with the values of the path's parameters. */
export interface Route {
  readonly method: Method;
  readonly pathParameters: Readonly<Record<string, string>> | null;
}

interface Match {
  readonly resource: PathResource;
  readonly parameters: Readonly<Record<string, string>>;
  /** For each segment 0 for a fixed text, 1 for a parameter, 2 for a greedy one. The smallest rank comes first. */
  readonly rank: string;
}

/**
 * Finds the method for a request. Fixed texts come before parameters, parameters before `{proxy+}`, a named method
 * before ANY.
 */
export function routeOf(
  { resources, methods }: RestApi,
  httpMethod: string,
  path: string,
): Route | undefined {
  const matches = [...resources.values()]
    .map((resource) => matchOf(resource, path))
    .filter((match) => match !== undefined)
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  for (const { resource, parameters } of matches) {
    const here = methods.filter((method) => method.resource.id === resource.id);
    const method =
      here.find((one) => one.httpMethod === httpMethod) ?? here.find((one) => one.httpMethod === 'ANY');
    if (method === undefined) continue;
    return { method, pathParameters: Object.keys(parameters).length > 0 ? parameters : null };
  }
  return undefined;
}

function matchOf(resource: PathResource, path: string): Match | undefined {
  const wanted = segmentsOf(resource.path);
  const given = segmentsOf(path);
  const parameters: Record<string, string> = {};
  let rank = '';
  for (const [index, segment] of wanted.entries()) {
    const { name, greedy } = /^\{(?<name>[^+}]+)(?<greedy>\+?)\}$/.exec(segment)?.groups ?? {};
    const value = greedy === '+' ? given.slice(index).join('/') : given[index];
    if (value === undefined || value === '') return undefined;
    if (name === undefined && value !== segment) return undefined;
    rank += name === undefined ? '0' : greedy === '+' ? '2' : '1';
    if (name !== undefined) parameters[name] = decoded(value);
    if (greedy === '+') return { resource, parameters, rank };
  }
  return wanted.length === given.length ? { resource, parameters, rank } : undefined;
}

function segmentsOf(path: string): readonly string[] {
  return path === '/' || path === '' ? [] : path.slice(1).split('/');
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** A request to an API, with the stage removed from its path. */
export interface ApiRequest {
  readonly method: string;
  /** The path as it came, still encoded: `/v1/incidents/A%20B`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The signer, if the request has an AWS signature. */
  readonly signedBy?: Caller;
}

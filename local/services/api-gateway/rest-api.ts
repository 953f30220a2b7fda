import type { GatewayResponse } from './gateway-responses.ts';
import type { ProxyIntegration } from './integration.ts';

/** A REST API as the templates describe it: grows while they are provisioned, and is only read after that. */
export interface RestApi {
  readonly id: string;
  readonly region: string;
  /** By id, the root included. */
  readonly resources: Map<string, PathResource>;
  readonly methods: Method[];
  /** By type: `THROTTLED`, `DEFAULT_5XX` ... */
  readonly gatewayResponses: Map<string, GatewayResponse>;
  readonly deploymentIds: string[];
  /** The one stage; undefined until it is made. */
  stage: Stage | undefined;
}

/** A place in the tree of paths: `{incident}` below `/v1/incidents`. */
export interface PathResource {
  readonly id: string;
  /** `/v1/incidents/{incident}` */
  readonly path: string;
}

/** What answers one HTTP method of a resource. */
export interface Method {
  readonly resource: PathResource;
  /** `ANY` stands for all that are not named otherwise. */
  readonly httpMethod: string;
  readonly authorization: 'NONE' | 'AWS_IAM';
  readonly integration: ProxyIntegration;
}

export interface Stage {
  readonly name: string;
  readonly variables: Readonly<Record<string, string>> | null;
}

/** The APIs of all regions. */
export interface RestApis {
  add(api: RestApi): void;
  byId(id: string): RestApi;
  /** Undefined in a region without one. */
  ofRegion(region: string): RestApi | undefined;
}

/** No API yet. The paths of a region name no API, so a second one in it is refused. */
export function noRestApis(): RestApis {
  const apis = new Map<string, RestApi>();
  return {
    add(api) {
      if (apis.has(api.region))
        throw new Error(`${api.region} has a REST API already, and only one is known here`);
      apis.set(api.region, api);
    },
    byId(id) {
      const found = [...apis.values()].find((api) => api.id === id);
      if (found === undefined) throw new Error(`there is no REST API ${id}`);
      return found;
    },
    ofRegion: (region) => apis.get(region),
  };
}

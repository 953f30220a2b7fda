import type { GatewayResponse } from './gateway-responses.ts';
import type { ProxyIntegration } from './integration.ts';

/** A REST API of the templates. It grows during provisioning and does not change after that. */
export interface RestApi {
  readonly id: string;
  readonly region: string;
  /** The resources by id, the root included. */
  readonly resources: Map<string, PathResource>;
  readonly methods: Method[];
  /** The responses by type: `THROTTLED`, `DEFAULT_5XX` ... */
  readonly gatewayResponses: Map<string, GatewayResponse>;
  readonly deploymentIds: string[];
  /** The only stage; undefined until it is made. */
  stage: Stage | undefined;
}

/** A node in the tree of paths: `{incident}` below `/v1/incidents`. */
export interface PathResource {
  readonly id: string;
  /** `/v1/incidents/{incident}` */
  readonly path: string;
}

/** The answer to one HTTP method of a resource. */
export interface Method {
  readonly resource: PathResource;
  /** `ANY` stands for all methods that the resource does not name. */
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
  /** Undefined in a region without an API. */
  ofRegion(region: string): RestApi | undefined;
}

/** No APIs. The paths of a region do not name their API, so each region may have only one. */
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

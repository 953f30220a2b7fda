import { isRecord } from '../../template/json.ts';
import type { Resource } from '../../template/resource.ts';
import { type Properties, textOf } from '../wire/properties.ts';
import type { RestApi, RestApis } from './rest-api.ts';

/** The API to which a resource belongs. */
export function apiOf(properties: Properties, apis: RestApis): RestApi {
  return apis.byId(textOf(properties, 'RestApiId'));
}

/**
 * A deployment holds what existed when it was made. A method that comes later would not answer in AWS, because a
 * DependsOn is missing.
 */
export function refuseAfterDeployment({ deploymentIds }: RestApi): void {
  if (deploymentIds.length > 0) throw new Error(`made after the API's deployment, which must depend on it`);
}

/** The id of a new resource. AWS draws ids at random. Here the same template always gives the same ids. */
export function idOf({ region, logicalId }: Resource, kind: string): string {
  return `${kind}-${region}-${logicalId}`.toLowerCase();
}

/** An object whose members are all texts. */
export function textsOf(value: unknown): Readonly<Record<string, string>> {
  const members = isRecord(value) ? Object.entries(value) : undefined;
  if (members?.every((member): member is [string, string] => typeof member[1] === 'string')) {
    return Object.fromEntries(members);
  }
  throw new Error(`an object of texts is wanted, got ${JSON.stringify(value)}`);
}

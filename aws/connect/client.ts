import { ConnectClient } from '@aws-sdk/client-connect';
import { requestMs } from '../../domain/timeouts.ts';
import { failFast } from '../regions/both-regions.ts';

/** Makes a client of one region's Amazon Connect that gives up soon, because the other region can do the same. */
export function connectClient(region: string): ConnectClient {
  return new ConnectClient({ region, ...failFast(requestMs.voice) });
}

/** The id of a resource, from its ARN. CloudFormation gives ARNs, and the API of Amazon Connect takes ids. */
export function lastPartOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** The reason when a region has no Amazon Connect: its stack is not deployed, or its settings could not be read yet. */
export function noConnectIn(region: string): string {
  return `no Amazon Connect is known in ${region}`;
}

import { ConnectClient } from '@aws-sdk/client-connect';
import { requestMs } from '../../domain/timeouts.ts';
import { failFast } from '../regions/fail-fast.ts';

/** A client of one region's Amazon Connect that gives up soon: the other region calls and asks as well. */
export function connectClient(region: string): ConnectClient {
  return new ConnectClient({ region, ...failFast(requestMs.voice) });
}

/** Amazon Connect's API names by id what CloudFormation names by ARN; the id is the ARN's last part. */
export function lastPartOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** Why nobody is called or asked through a region: its Connect stack is not deployed, or nobody could read of it yet. */
export function noConnectIn(region: string): string {
  return `no Amazon Connect is known in ${region}`;
}

import type { Stack } from 'aws-cdk-lib';
import { arnsOf, namesOf } from '../names.ts';
import type { CellFunctionsProps } from './cell-functions.ts';

/** What the functions of a cell are told about it, and about the other one: `lambda/environment.ts` reads it. */
export function cellEnvironment({ prefix, region, otherRegion }: CellFunctionsProps, stack: Stack) {
  const names = namesOf(prefix);
  const arns = arnsOf(stack, prefix);
  return {
    TABLE_NAME: names.table,
    LINK_KEY: names.linkKey,
    OTHER_REGION: otherRegion,
    STATE_MACHINE_ARN: arns.stateMachineIn(region),
    OTHER_STATE_MACHINE_ARN: arns.stateMachineIn(otherRegion),
    BLIND_PAGE_ARN: arns.blindPageIn(region),
    OTHER_BLIND_PAGE_ARN: arns.blindPageIn(otherRegion),
    ORGANIZATION_BUCKET: names.bucketIn(region),
    OTHER_ORGANIZATION_BUCKET: names.bucketIn(otherRegion),
  };
}

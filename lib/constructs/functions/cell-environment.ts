import type { Stack } from 'aws-cdk-lib';
import { arnsOf, namesOf } from '../../names.ts';

/** A cell, and where the other one is. */
export interface CellPlace {
  readonly prefix: string;
  readonly region: string;
  readonly otherRegion: string;
}

/** What the functions of a cell are told about it, and about the other one: `lambda/cell/environment.ts` reads it. */
export function cellEnvironment({ prefix, region, otherRegion }: CellPlace, stack: Stack) {
  const names = namesOf(prefix);
  const arns = arnsOf(stack, prefix);
  return {
    TABLE_NAME: names.table,
    LINK_KEY: names.linkKey,
    OTHER_REGION: otherRegion,
    STATE_MACHINE_ARN: arns.stateMachineIn(region),
    OTHER_STATE_MACHINE_ARN: arns.stateMachineIn(otherRegion),
    PAGE_WITHOUT_TABLE_ARN: arns.pageWithoutTableIn(region),
    OTHER_PAGE_WITHOUT_TABLE_ARN: arns.pageWithoutTableIn(otherRegion),
    ORGANIZATION_BUCKET: names.bucketIn(region),
    OTHER_ORGANIZATION_BUCKET: names.bucketIn(otherRegion),
  };
}

import type { Stack } from 'aws-cdk-lib';
import { arnsOf, namesOf } from '../../names.ts';

/** A cell, and the region of the other one. */
export interface CellPlace {
  readonly prefix: string;
  readonly region: string;
  readonly otherRegion: string;
}

/** The settings of a cell's functions, about this cell and the other one. `lambda/cell/environment.ts` reads them. */
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

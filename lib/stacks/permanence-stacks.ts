import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { DeploymentConfig } from '../deployment-config.ts';
import type { DeployedOrganization } from '../organization-file.ts';
import { CellStack } from './cell-stack.ts';
import { ConnectStack } from './connect-stack.ts';
import { DataStack } from './data-stack.ts';

export interface PermanenceStacks {
  readonly data: DataStack;
  readonly cells: readonly [CellStack, CellStack];
  /** One Connect stack for each cell whose configuration names an Amazon Connect. */
  readonly connects: readonly ConnectStack[];
}

export interface PermanenceStacksProps {
  readonly config: DeploymentConfig;

  readonly organization: DeployedOrganization;

  /** Builds the stacks. */
  readonly app: App;
}

/**
 * Builds what both cells share, then one cell in each region, then each cell's Amazon Connect. They are deployed in
 * this order, and removed in the reverse.
 */
export function permanenceStacks({ app, config, organization }: PermanenceStacksProps): PermanenceStacks {
  const { prefix, regions, smsNumbers, connect } = config;
  const [first, second] = regions;
  const data = new DataStack(app, `${prefix}-data`, {
    config,
    description: 'Permanence: the table of incidents, in both regions',
  });
  const cell = (name: 'a' | 'b', region: string, otherRegion: string, index: 0 | 1) =>
    new CellStack(app, `${prefix}-cell-${name}`, {
      prefix,
      region,
      otherRegion,
      smsNumber: smsNumbers[index],
      connect: connect[index],
      reservedConcurrency: config.reservedConcurrency ?? {},
      detailedMetrics: config.detailedMetrics ?? false,
      alarmEvents: config.alarmEvents ?? {},
      organization,
      isDeployedLast: name === 'b',
      description: 'Permanence: one of two cells, either of which is enough',
    });
  const cells = [cell('a', first, second, 0), cell('b', second, first, 1)] as const;
  cells[0].addStackDependency(data);
  cells[1].addStackDependency(cells[0]); // so that a change that breaks one cell does not reach the other
  const connects = connectStacks(app, config);
  // Each Connect stack waits for everything before it: both cells page before anything of Amazon Connect can fail.
  for (const [index, stack] of connects.entries()) stack.addStackDependency(connects[index - 1] ?? cells[1]);
  return { data, cells, connects };
}

function connectStacks(app: App, { prefix, regions, connect }: DeploymentConfig): readonly ConnectStack[] {
  return connect.flatMap((instance, index) =>
    instance.kind === 'none'
      ? []
      : [
          new ConnectStack(app, `${prefix}-connect-${index === 0 ? 'a' : 'b'}`, {
            prefix,
            region: regions[index === 0 ? 0 : 1],
            connect: instance,
            description: 'Permanence: how one cell calls people and asks the contact center',
          }),
        ],
  );
}

/**
 * Checks the stacks against AWS's own recommendations. Synthesis fails where one is neither met nor acknowledged in
 * words.
 */
export function checkPolicies(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
}

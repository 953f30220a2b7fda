import { Aws, Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct, type IDependable } from 'constructs';
import { acknowledge, invokingVersionsOf } from '../acknowledge.ts';

export interface GuardianProps {
  readonly scheduleName: string;

  /** The function that sweeps for overdue incidents, for longer than two minutes. */
  readonly guardian: IFunction;

  /** The queue of starts that could not be delivered, or failed. */
  readonly failures: IQueue;

  /**
   * Constructs that must exist before the guardian first starts. A failed deployment could not delete a bucket that
   * the guardian wrote to.
   */
  readonly after: readonly IDependable[];
}

/** A later start is not needed: the next one has come. It is also the shortest time that Scheduler accepts. */
const worthStartingFor = Duration.minutes(1);

/**
 * Starts the guardian each minute. Scheduler starts it at any moment within its minute, so two starts may be 119
 * seconds apart. Each run sweeps for longer than that.
 */
export class Guardian extends Construct {
  constructor(scope: Construct, id: string, { scheduleName, guardian, failures, after }: GuardianProps) {
    super(scope, id);
    guardian.configureAsyncInvoke({
      onFailure: new SqsDestination(failures),
      retryAttempts: 0,
      maxEventAge: worthStartingFor,
    });
    const schedule = new Schedule(this, 'Schedule', {
      scheduleName,
      description: 'Starts the guardian, which takes over what is overdue',
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      timeWindow: TimeWindow.off(),
      target: new LambdaInvoke(guardian, {
        role: new Role(this, 'Role', {
          assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
            conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
          }),
          description: `What the schedule ${scheduleName} may do`,
        }),
        deadLetterQueue: failures,
        maxEventAge: worthStartingFor,
        retryAttempts: 2,
      }),
    });
    schedule.node.addDependency(...after);
    acknowledge(this, invokingVersionsOf(guardian));
  }
}

import { CfnOutput, Duration, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { AlarmInputs } from '../constructs/alarm-inputs.ts';
import { IntakeApi } from '../constructs/api/api.ts';
import { EscalationWorkflow } from '../constructs/escalation-workflow.ts';
import { FailureQueue } from '../constructs/failure-queue.ts';
import { CellFunctions } from '../constructs/functions/cell-functions.ts';
import type { FailureQueues } from '../constructs/functions/failure-queues.ts';
import { Guardian } from '../constructs/guardian.ts';
import { OrganizationBucket } from '../constructs/organization-bucket.ts';
import { PageWithoutTable } from '../constructs/page-without-table.ts';
import { RepliesOfOtherCell, subscribeBothCells } from '../constructs/replies-of-other-cell.ts';
import { SmsReplies } from '../constructs/sms-replies.ts';
import type { AlarmEvents, ConnectInstance, ReservedConcurrency, SmsNumber } from '../deployment-config.ts';
import { arnsOf, namesOf } from '../names.ts';
import type { DeployedOrganization } from '../organization-file.ts';

export interface CellStackProps extends StackProps {
  readonly prefix: string;
  readonly region: string;

  /** The region of the other cell. This cell pages through it and takes over from it. */
  readonly otherRegion: string;

  readonly smsNumber: SmsNumber;

  /** The function's permission is part of the cell's Connect stack, if there is one. */
  readonly connect: ConnectInstance;

  readonly reservedConcurrency: ReservedConcurrency;

  readonly detailedMetrics: boolean;

  readonly alarmEvents: AlarmEvents;

  readonly organization: DeployedOrganization;

  /** Whether the other cell exists when this one is deployed. It then connects both. */
  readonly isDeployedLast: boolean;
}

/** A late answer is handled by the state of now. After this time nobody waits for it any more. */
const answersMatterFor = Duration.hours(6);

/** One cell: everything in one region except its Amazon Connect. The other cell is the same, and either is enough. */
export class CellStack extends Stack {
  constructor(scope: Construct, id: string, props: CellStackProps) {
    const { prefix, region, otherRegion, smsNumber: _, connect: __, organization, ...stackProps } = props;
    super(scope, id, { ...stackProps, env: { region } });
    const names = namesOf(prefix);
    const queue = (queueId: string, queueName: string) => new FailureQueue(this, queueId, { queueName });

    new OrganizationBucket(this, 'Organization', { bucketName: names.bucketIn(region) });
    const failures = {
      answers: queue('AnswerFailures', names.answerFailuresQueue),
      undeliveredAnswers: queue('UndeliveredReplies', names.undeliveredRepliesQueue),
      alarms: queue('AlarmFailures', names.alarmFailuresQueue),
      undeliveredAlarms: queue('UndeliveredAlarms', names.undeliveredAlarmsQueue),
      guardian: queue('GuardianFailures', names.guardianFailuresQueue),
      answersOfOtherCell: new RepliesOfOtherCell(this, 'RepliesOfOtherCell', {
        queueName: names.repliesOfOtherCellQueue,
        topicArn: arnsOf(this, prefix).topicIn(otherRegion, names.repliesTopic),
      }),
    };
    const functions = new CellFunctions(this, 'Functions', {
      prefix,
      region,
      otherRegion,
      organization,
      reservedConcurrency: props.reservedConcurrency,
      failures,
    });
    const escalation = new EscalationWorkflow(this, 'Escalation', {
      stateMachineName: names.stateMachine,
      step: functions.step,
    });
    const pageWithoutTable = new PageWithoutTable(this, 'PageWithoutTable', {
      stateMachineName: names.pageWithoutTable,
      step: functions.step,
    });
    const { restApi } = new IntakeApi(this, 'Intake', {
      apiName: names.api,
      detailedMetrics: props.detailedMetrics,
      intake: functions.intake,
      people: functions.people,
      screen: functions.screen,
      step: functions.step,
      linkers: [functions.step, functions.guardian],
    });

    new AlarmInputs(this, 'Alarms', {
      topicName: names.alarmsTopic,
      ruleName: names.alarmsRule,
      events: props.alarmEvents,
      intake: functions.intake,
      failures: failures.alarms,
      undelivered: failures.undeliveredAlarms,
    });
    const reaching = this.reachPeople(props, functions, failures);
    new Guardian(this, 'Guardian', {
      scheduleName: names.schedule,
      guardian: functions.guardian,
      failures: failures.guardian,
      after: [escalation.stateMachine, pageWithoutTable.stateMachine, restApi.deploymentStage, ...reaching],
    });
  }

  /**
   * How people are reached and answer by SMS. Calls and the contact center's queue are part of the Connect stack,
   * which is deployed later.
   */
  private reachPeople(
    { prefix, otherRegion, smsNumber, connect, isDeployedLast }: CellStackProps,
    functions: CellFunctions,
    failures: FailureQueues,
  ): readonly Construct[] {
    const names = namesOf(prefix);
    functions.answer.configureAsyncInvoke({
      onFailure: new SqsDestination(failures.answers),
      retryAttempts: 2,
      maxEventAge: answersMatterFor,
    });
    const replies = new SmsReplies(this, 'Replies', {
      topicName: names.repliesTopic,
      number: smsNumber,
      answer: functions.answer,
      undelivered: failures.undeliveredAnswers,
    });
    if (isDeployedLast)
      this.letAnswersReachBothCells(otherRegion, prefix, {
        topicArn: replies.topic.topicArn,
        queueArn: failures.answersOfOtherCell.queueArn,
      });
    this.letAcceptedTasksFailInto(failures.undeliveredAnswers, prefix);
    if (connect.kind === 'none') this.sayThatNobodyIsCalled();
    return [replies];
  }

  private letAnswersReachBothCells(
    otherRegion: string,
    prefix: string,
    own: { readonly topicArn: string; readonly queueArn: string },
  ): void {
    const { repliesTopic, repliesOfOtherCellQueue } = namesOf(prefix);
    const { topicIn } = arnsOf(this, prefix);
    subscribeBothCells(this, {
      own,
      other: {
        region: otherRegion,
        topicArn: topicIn(otherRegion, repliesTopic),
        queueArn: Fn.sub(`arn:aws:sqs:${otherRegion}:\${AWS::AccountId}:${repliesOfOtherCellQueue}`),
      },
    });
  }

  /** The rule is in the Connect stack, which is deployed later. A queue has one policy, in the stack of the queue. */
  private letAcceptedTasksFailInto(undelivered: IQueue, prefix: string): void {
    undelivered.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AcceptedTasks',
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [undelivered.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': arnsOf(this, prefix).acceptedRuleIn(this.region) } },
      }),
    );
  }

  private sayThatNobodyIsCalled(): void {
    const output = new CfnOutput(this, 'Calls', {
      value: `none through ${this.region}: people are paged by SMS, and the contact center has the board`,
      description: 'lib/config.ts names no Amazon Connect for this cell',
    });
    output.overrideLogicalId('Calls');
  }
}

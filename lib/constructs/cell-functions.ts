import { Stack } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { arnsOf, dueIndex, namesOf } from '../names.ts';
import type { DeployedOrganization } from '../organization-file.ts';
import { acknowledge } from './acknowledge.ts';
import {
  indexScan,
  readingOrganization,
  redriving,
  sendingSms,
  startingExecutions,
  tableAccess,
  wakingExecutions,
  writingOrganization,
} from './permissions.ts';
import { ServiceFunction } from './service-function.ts';

export interface CellFunctionsProps {
  readonly prefix: string;
  readonly region: string;
  readonly otherRegion: string;

  readonly organization: DeployedOrganization;

  /** Answers by SMS that could not be handled. */
  readonly answerFailures: IQueue;
}

/** The functions of a cell, each with what it may do, in both regions. */
export class CellFunctions extends Construct {
  readonly intake: ServiceFunction;
  readonly step: ServiceFunction;
  readonly answer: ServiceFunction;
  readonly guardian: ServiceFunction;

  constructor(scope: Construct, id: string, props: CellFunctionsProps) {
    super(scope, id);
    const { organization, answerFailures } = props;
    const { functionOf } = namesOf(props.prefix);
    const environment = environmentOf(props, Stack.of(this));
    const { reachingIncidents, reachingPeople, keepingWatch } = this.permissions(props);

    this.intake = new ServiceFunction(this, 'Intake', {
      entry: 'intake',
      functionName: functionOf('intake'),
      description: 'Takes in alarms: opens incidents and starts their escalation',
      organization,
      environment,
      permissions: reachingIncidents,
    });
    this.step = new ServiceFunction(this, 'Step', {
      entry: 'step',
      functionName: functionOf('step'),
      description: 'Carries out one step of an escalation',
      organization,
      environment,
      permissions: [...reachingIncidents, ...reachingPeople],
    });
    this.answer = new ServiceFunction(this, 'Answer', {
      entry: 'answer',
      functionName: functionOf('answer'),
      description: 'Takes in what people answer by SMS',
      organization,
      environment,
      permissions: [...reachingIncidents, ...reachingPeople],
    });
    this.guardian = new ServiceFunction(this, 'Guardian', {
      entry: 'guardian',
      functionName: functionOf('guardian'),
      description: 'Takes over incidents that are overdue, in either cell',
      organization,
      environment: {
        ...environment,
        ANSWER_FAILURES_QUEUE_URL: answerFailures.queueUrl,
        ORGANIZATION_EDITED_AT: String(organization.editedAt),
      },
      permissions: [...reachingIncidents, ...reachingPeople, ...keepingWatch],
    });
    acknowledge(this, reasons);
  }

  private permissions({ prefix, region, otherRegion, answerFailures }: CellFunctionsProps) {
    const regions = [region, otherRegion];
    const arns = arnsOf(Stack.of(this), prefix);
    const tables = regions.map(arns.tableIn);
    const buckets = regions.map(arns.bucketIn);
    return {
      reachingIncidents: [
        tableAccess(tables),
        startingExecutions(regions.map(arns.stateMachineIn)),
        wakingExecutions(), // a source that says "resolved" ends a wait as well
        ...readingOrganization(buckets),
      ],
      reachingPeople: sendingSms(),
      keepingWatch: [
        indexScan(tables, dueIndex),
        writingOrganization(arns.bucketIn(region)),
        redriving(answerFailures.queueArn),
      ],
    };
  }
}

/** What `lambda/environment.ts` reads. */
function environmentOf({ prefix, region, otherRegion }: CellFunctionsProps, stack: Stack) {
  const names = namesOf(prefix);
  const arns = arnsOf(stack, prefix);
  return {
    TABLE_NAME: names.table,
    OTHER_REGION: otherRegion,
    STATE_MACHINE_ARN: arns.stateMachineIn(region),
    OTHER_STATE_MACHINE_ARN: arns.stateMachineIn(otherRegion),
    ORGANIZATION_BUCKET: names.bucketIn(region),
    OTHER_ORGANIZATION_BUCKET: names.bucketIn(otherRegion),
  };
}

const reasons = {
  'AwsSolutions-IAM5[Resource::*]':
    'A phone number and a task token are no resources: SMS and waking an execution know only *. Topics are denied.',
};

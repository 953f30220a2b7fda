import { Stack } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { arnsOf, dueIndex, namesOf } from '../names.ts';
import type { DeployedOrganization } from '../organization-file.ts';
import { acknowledge } from './acknowledge.ts';
import {
  answeringIncidents,
  askingContactCenter,
  callingPeople,
  indexScan,
  pagingBlindly,
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

  /** Alarms from AWS itself that could not be taken in. */
  readonly alarmFailures: IQueue;
}

/** The functions of a cell, each with what it may do, in both regions. */
export class CellFunctions extends Construct {
  readonly intake: ServiceFunction;
  readonly step: ServiceFunction;
  readonly answer: ServiceFunction;
  readonly callAnswer: ServiceFunction;
  readonly guardian: ServiceFunction;
  readonly people: ServiceFunction;

  constructor(scope: Construct, id: string, props: CellFunctionsProps) {
    super(scope, id);
    const { organization, answerFailures, alarmFailures } = props;
    const { functionOf } = namesOf(props.prefix);
    const environment = environmentOf(props, Stack.of(this));
    const { reachingIncidents, reachingPeople, calling, blindly, keepingWatch, servingPeople, takingKeys } =
      this.permissions(props);

    this.intake = new ServiceFunction(this, 'Intake', {
      entry: 'intake',
      functionName: functionOf('intake'),
      description: 'Takes in alarms: opens incidents and starts their escalation',
      organization,
      environment,
      permissions: [...reachingIncidents, ...blindly],
    });
    this.step = new ServiceFunction(this, 'Step', {
      entry: 'step',
      functionName: functionOf('step'),
      description: 'Carries out one step of an escalation',
      organization,
      environment,
      permissions: [...reachingIncidents, ...reachingPeople, ...calling, ...blindly],
    });
    this.answer = new ServiceFunction(this, 'Answer', {
      entry: 'answer',
      functionName: functionOf('answer'),
      description: 'Takes in what people answer by SMS',
      organization,
      environment,
      permissions: [...reachingIncidents, ...reachingPeople],
    });
    this.callAnswer = new ServiceFunction(this, 'CallAnswer', {
      entry: 'call-answer',
      functionName: functionOf('call-answer'),
      description: 'Takes in the keys that people press in a call',
      organization,
      environment,
      permissions: takingKeys,
    });
    this.guardian = new ServiceFunction(this, 'Guardian', {
      entry: 'guardian',
      functionName: functionOf('guardian'),
      description: 'Takes over incidents that are overdue, in either cell',
      organization,
      environment: {
        ...environment,
        ANSWER_FAILURES_QUEUE_URL: answerFailures.queueUrl,
        ALARM_FAILURES_QUEUE_URL: alarmFailures.queueUrl,
        ORGANIZATION_EDITED_AT: String(organization.editedAt),
      },
      permissions: [...reachingIncidents, ...reachingPeople, ...calling, ...keepingWatch],
    });
    this.people = new ServiceFunction(this, 'People', {
      entry: 'people',
      functionName: functionOf('people'),
      description:
        'Shows incidents and rosters to people and their tools, and takes in what they answer there',
      organization,
      environment,
      permissions: servingPeople,
    });
    acknowledge(this, reasonsFor([props.region, props.otherRegion], namesOf(props.prefix).blindPage));
  }

  private permissions(props: CellFunctionsProps) {
    const { prefix, region, otherRegion, answerFailures, alarmFailures } = props;
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
      calling: [callingPeople(), ...askingContactCenter(regions)],
      blindly: pagingBlindly(regions.map(arns.blindPageIn), regions.map(arns.blindPagesIn)),
      keepingWatch: [
        indexScan(tables, dueIndex),
        writingOrganization(arns.bucketIn(region)),
        redriving([answerFailures.queueArn, alarmFailures.queueArn]),
      ],
      takingKeys: [answeringIncidents(tables), wakingExecutions()],
      servingPeople: [
        answeringIncidents(tables),
        indexScan(tables, dueIndex),
        wakingExecutions(),
        ...readingOrganization(buckets),
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
    BLIND_PAGE_ARN: arns.blindPageIn(region),
    OTHER_BLIND_PAGE_ARN: arns.blindPageIn(otherRegion),
    ORGANIZATION_BUCKET: names.bucketIn(region),
    OTHER_ORGANIZATION_BUCKET: names.bucketIn(otherRegion),
  };
}

function reasonsFor(regions: readonly string[], blindPage: string): Readonly<Record<string, string>> {
  const ofConnect = regions.flatMap((region) =>
    ['contact', 'contact-flow'].map(
      (kind) => `arn:aws:connect:${region}:<AWS::AccountId>:instance/*/${kind}/*`,
    ),
  );
  const ofBlindPage = regions.map(
    (region) => `arn:aws:states:${region}:<AWS::AccountId>:execution:${blindPage}:*`,
  );
  return {
    'AwsSolutions-IAM5[Resource::*]':
      'A phone number and a task token are no resources: SMS, calls and waking an execution know only *. Topics are denied.',
    ...Object.fromEntries(
      ofConnect.map((resource) => [
        `AwsSolutions-IAM5[Resource::${resource}]`,
        'Amazon Connect gives them their ids: those of the other cell are learned while this one runs.',
      ]),
    ),
    ...Object.fromEntries(
      ofBlindPage.map((resource) => [
        `AwsSolutions-IAM5[Resource::${resource}]`,
        'The executions of the one workflow: each is named after its alarm.',
      ]),
    ),
  };
}

import { Stack } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';
import type { ReservedConcurrency } from '../../deployment-config.ts';
import { arnsOf, dueIndex, type FunctionRole, namesOf } from '../../names.ts';
import type { DeployedOrganization } from '../../organization-file.ts';
import { cellEnvironment } from './cell-environment.ts';
import type { FailureQueues } from './failure-queues.ts';
import {
  answeringIncidents,
  askingContactCenter,
  callingPeople,
  findingConnect,
  indexScan,
  pagingWithoutTable,
  readingLinkKey,
  readingOrganization,
  redriving,
  sendingSms,
  startingExecutions,
  tableAccess,
  wakingExecutions,
  writingOrganization,
} from './permissions.ts';
import { ServiceFunction, type ServiceFunctionProps } from './service-function.ts';

export interface CellFunctionsProps {
  readonly prefix: string;
  readonly region: string;
  readonly otherRegion: string;

  readonly organization: DeployedOrganization;

  readonly reservedConcurrency: ReservedConcurrency;

  /** The queues of failed events, which the guardian handles again. */
  readonly failures: FailureQueues;
}

/** The functions of a cell, each with its permissions, in both regions. */
export class CellFunctions extends Construct {
  readonly intake: ServiceFunction;
  readonly step: ServiceFunction;
  readonly answer: ServiceFunction;
  readonly callAnswer: ServiceFunction;
  readonly guardian: ServiceFunction;
  readonly people: ServiceFunction;
  readonly screen: ServiceFunction;

  constructor(scope: Construct, id: string, props: CellFunctionsProps) {
    super(scope, id);
    const { organization, failures } = props;
    const make = this.maker(props);
    const may = this.permissions(props);
    const { voiceParameter } = namesOf(props.prefix);

    this.intake = make('Intake', 'intake', {
      description: 'Takes in alarms: opens incidents and starts their escalation',
      permissions: [...may.reachingIncidents, ...may.withoutTable],
    });
    this.step = make('Step', 'step', {
      description: 'Carries out one step of an escalation',
      environment: { VOICE_PARAMETER: voiceParameter },
      permissions: [
        ...may.reachingIncidents,
        ...may.reachingPeople,
        ...may.calling,
        ...may.withoutTable,
        may.linking,
      ],
    });
    this.answer = make('Answer', 'answer', {
      description: 'Takes in what people answer by SMS',
      permissions: [...may.reachingIncidents, ...may.reachingPeople],
    });
    this.callAnswer = make('CallAnswer', 'call-answer', {
      description: 'Takes in the keys that people press in a call',
      permissions: may.takingKeys,
    });
    this.guardian = make('Guardian', 'guardian', {
      description: 'Takes over incidents that are overdue, in either cell',
      environment: {
        VOICE_PARAMETER: voiceParameter,
        ANSWER_FAILURES_QUEUE_URL: failures.answers.queueUrl,
        UNDELIVERED_ANSWERS_QUEUE_URL: failures.undeliveredAnswers.queueUrl,
        ALARM_FAILURES_QUEUE_URL: failures.alarms.queueUrl,
        UNDELIVERED_ALARMS_QUEUE_URL: failures.undeliveredAlarms.queueUrl,
        GUARDIAN_FAILURES_QUEUE_URL: failures.guardian.queueUrl,
        ANSWERS_OF_OTHER_CELL_QUEUE_URL: failures.answersOfOtherCell.queueUrl,
        ORGANIZATION_EDITED_AT: String(organization.editedAt),
      },
      permissions: [
        ...may.reachingIncidents,
        ...may.reachingPeople,
        ...may.calling,
        ...may.keepingWatch,
        may.linking,
      ],
    });
    this.people = make('People', 'people', {
      description: 'Shows incidents and rosters to people, and takes in what they answer there',
      permissions: [...may.servingPeople, may.linking],
    });
    this.screen = make('Screen', 'screen', {
      description: 'Shows operators what they are asked to do, and takes in what comes of it',
      permissions: [...may.servingPeople, may.linking],
    });
    acknowledge(this, reasonsFor([props.region, props.otherRegion], namesOf(props.prefix).pageWithoutTable));
  }

  /** What all functions of a cell have in common. */
  private maker({ prefix, organization, reservedConcurrency, ...place }: CellFunctionsProps) {
    const { functionOf } = namesOf(prefix);
    const common = cellEnvironment({ prefix, ...place }, Stack.of(this));
    return (id: string, entry: FunctionRole, { environment = {}, ...own }: OwnProps) =>
      new ServiceFunction(this, id, {
        ...{ entry, functionName: functionOf(entry), organization },
        reservedConcurrency: reservedConcurrency[entry],
        environment: { ...common, ...environment },
        ...own,
      });
  }

  private permissions(props: CellFunctionsProps) {
    const { prefix, region, otherRegion, failures } = props;
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
      calling: [
        callingPeople(),
        ...askingContactCenter(regions),
        findingConnect(arns.voiceParameterIn(region)),
      ],
      withoutTable: pagingWithoutTable(
        regions.map(arns.pageWithoutTableIn),
        regions.map(arns.pagesWithoutTableIn),
      ),
      keepingWatch: [
        indexScan(tables, dueIndex),
        writingOrganization(arns.bucketIn(region)),
        redriving(Object.values(failures).map(({ queueArn }: IQueue) => queueArn)),
      ],
      linking: readingLinkKey(regions.map(arns.linkKeyIn)),
      takingKeys: [answeringIncidents(tables), wakingExecutions()],
      servingPeople: [
        answeringIncidents(tables),
        indexScan(tables, dueIndex),
        startingExecutions(regions.map(arns.stateMachineIn)), // a person who opens an incident again
        wakingExecutions(),
        ...readingOrganization(buckets),
      ],
    };
  }
}

/** What one function has for itself. */
type OwnProps = Pick<ServiceFunctionProps, 'description' | 'permissions'> &
  Partial<Pick<ServiceFunctionProps, 'environment'>>;

function reasonsFor(regions: readonly string[], pageWithoutTable: string): Readonly<Record<string, string>> {
  const ofConnect = regions.flatMap((region) =>
    ['contact', 'contact-flow'].map(
      (kind) => `arn:aws:connect:${region}:<AWS::AccountId>:instance/*/${kind}/*`,
    ),
  );
  const ofPageWithoutTable = regions.map(
    (region) => `arn:aws:states:${region}:<AWS::AccountId>:execution:${pageWithoutTable}:*`,
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
      ofPageWithoutTable.map((resource) => [
        `AwsSolutions-IAM5[Resource::${resource}]`,
        'The executions of the one workflow: each is named after its alarm.',
      ]),
    ),
  };
}

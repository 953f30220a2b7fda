import { serveLocalApi } from './control/local-api.ts';
import { ownApis } from './control/own-apis.ts';
import type { Engine } from './engine.ts';
import { gateway } from './gateway.ts';
import { type Iam, identityAndAccess } from './iam/iam.ts';
import type { Parts } from './kernel/parts.ts';
import type { PortAnswer, PortRequest } from './kernel/port.ts';
import type { AwsService, CloudService } from './kernel/service.ts';
import { followLink } from './phones/page/page-links.ts';
import { type PageFacts, phonesPage } from './phones/page/phones-page.ts';
import type { PhoneBook } from './phones/phone-book.ts';
import { type RefusingTypes, refusing } from './refusals/refusals.ts';
import { heardPosts } from './samples/heard-posts.ts';
import { samplesOf } from './samples/sending.ts';
import { apiGatewayService } from './services/api-gateway/api-gateway.ts';
import { cloudWatchService } from './services/cloudwatch/cloudwatch.ts';
import { connectService } from './services/connect/connect.ts';
import { dynamoDbService } from './services/dynamodb/dynamodb.ts';
import { eventBus, eventsService } from './services/events/event-bus.ts';
import { schedulerService } from './services/events/scheduler.ts';
import { lambdaService } from './services/lambda/lambda.ts';
import { logsService } from './services/logs.ts';
import { s3Service } from './services/s3.ts';
import { secretsManagerService } from './services/secrets-manager.ts';
import { type OrderedNumber, type OwnNumbers, smsVoiceService } from './services/sms-voice.ts';
import { snsService } from './services/sns/sns.ts';
import { sqsService } from './services/sqs/sqs.ts';
import { ssmService } from './services/ssm.ts';
import { stepFunctionsService } from './services/step-functions.ts';
import type { ResourceTypes } from './template/resource.ts';

/**
 * All services on one engine: the resource types that templates can use, and the services that answer at the port.
 */
export interface WiredServices extends RefusingTypes {
  serve(request: PortRequest): Promise<PortAnswer>;
}

/** What the services share, beside the engine. */
export interface Surroundings {
  readonly account: string;
  readonly phones: PhoneBook;
  /** The numbers for SMS that the account owns before a deployment. */
  readonly smsNumbers: readonly OrderedNumber[];
  /** Whether Amazon Connect may call the countries of the phones. */
  readonly countriesGranted: boolean;
  readonly url: () => string;
  /** What the phones page shows beside the phones. */
  page(): PageFacts;
}

export function wiredServices(
  engine: Engine,
  { account, phones, smsNumbers, countriesGranted, url, page }: Surroundings,
): WiredServices {
  const iam = identityAndAccess(account);
  const parts: Parts = {
    ...engine,
    account,
    authorizer: iam.authorizer,
    random: engine.random.next,
    // The services need each other, so these functions look up the service only when they are called.
    functions: {
      invoke: (...call) => lambda.functions.invoke(...call),
      enqueue: (...call) => lambda.functions.enqueue(...call),
    },
    queues: { send: (...call) => sqs.queues.send(...call) },
  };
  const lambda = lambdaService(parts, engine.pool, engine.trace);
  const sqs = sqsService(parts, url);
  const posts = heardPosts((request) => serve(request));
  const sns = snsService(parts, phones, ownApis(url, posts.serve));
  const states = stepFunctionsService(parts);
  const api = apiGatewayService(parts);
  const bus = eventBus(parts);
  const smsVoice = smsVoiceService(parts, phones, sns.topics);
  for (const number of smsNumbers) placeNumber(number, smsVoice, iam);
  const { isStopped } = engine.faults;
  const connect = connectService(parts, { phones, bus, countriesGranted, isStopped });
  const services: readonly CloudService[] = [
    ...[
      lambda,
      sqs,
      sns,
      states,
      api,
      dynamoDbService(parts),
      s3Service(parts),
      schedulerService(parts, bus),
    ],
    ...[smsVoice, secretsManagerService(parts), ssmService(parts), logsService()],
    ...[eventsService(parts, bus), cloudWatchService(parts, sns.topics, bus), connect],
  ];

  const samples = samplesOf(() => page().samples ?? [], {
    ...{ now: engine.clock.now, url, posts },
    serve: (request) => serve(request),
  });
  const serve = gateway({
    ...engine,
    authorizer: iam.authorizer,
    services: bySigningName(services),
    threadOf: engine.pool.byAccessKey,
    api: api.handle,
    page: async (path) => phonesPage(path, page()) ?? followLink(path, page().links ?? []),
    local: (request) =>
      serveLocalApi(
        {
          ...engine,
          phones,
          tasks: connect.tasks,
          url,
          samples,
          executions: states.executions,
          functionNames: lambda.names,
          schedule(seed) {
            if (seed !== undefined) engine.random.reseed(seed);
            engine.lockstep.use(seed);
          },
        },
        request,
      ),
  });
  return { ...refusing(iam.requiringTrust(allTypes([...services, iam])), iam.authorizer), serve };
}

function placeNumber(number: OrderedNumber, numbers: OwnNumbers, iam: Iam): void {
  const on = numbers.order(number);
  iam.allow({ services: number.sharedWith, action: 'sms-voice:SendTextMessage', on });
}

function bySigningName(services: readonly CloudService[]): ReadonlyMap<string, AwsService> {
  return new Map(services.flatMap(({ aws }) => (aws === undefined ? [] : [[aws.signingName, aws] as const])));
}

/** Two services that provide the same type are a programming error. */
function allTypes(services: readonly Pick<CloudService, 'resourceTypes'>[]): ResourceTypes {
  const all: Record<string, ResourceTypes[string]> = {};
  for (const { resourceTypes } of services) {
    const twice = Object.keys(resourceTypes).filter((type) => type in all);
    if (twice.length > 0) throw new Error(`Two services provide ${twice.join(', ')}`);
    Object.assign(all, resourceTypes);
  }
  return all;
}

import type { Account } from './account/account.ts';
import { serveLocalApi } from './control/local-api.ts';
import { ownApis } from './control/own-apis.ts';
import type { Engine } from './engine.ts';
import { gateway } from './gateway.ts';
import { identityAndAccess } from './iam/iam.ts';
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
import { serviceQuotasService } from './services/service-quotas.ts';
import { type OrderedNumber, smsVoiceService } from './services/sms-voice/sms-voice.ts';
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
  /** What AWS has granted the account, and what people have set up by hand. */
  readonly grants: Account;
  readonly url: () => string;
  /** What the phones page shows beside the phones. */
  page(): PageFacts;
}

export function wiredServices(
  engine: Engine,
  { account, phones, smsNumbers, grants, url, page }: Surroundings,
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
  const lambda = lambdaService(parts, engine.pool, engine.trace, grants);
  const sqs = sqsService(parts, url);
  const posts = heardPosts((request) => serve(request));
  const sns = snsService(parts, phones, ownApis(url, posts.serve), grants);
  const states = stepFunctionsService(parts);
  const api = apiGatewayService(parts);
  const bus = eventBus(parts);
  const smsVoice = smsVoiceService(parts, phones, sns.topics, { account: grants, policies: iam.policies });
  for (const number of smsNumbers) smsVoice.order(number);
  const { isStopped } = engine.faults;
  const connect = connectService(parts, { phones, bus, account: grants, isStopped });
  const metrics = { account: grants, calls: engine.trace.records };
  const services: readonly CloudService[] = [
    ...[lambda, sqs, sns, states, api, smsVoice, connect],
    ...[schedulerService(parts, bus), eventsService(parts, bus)],
    ...[cloudWatchService(parts, sns.topics, bus, metrics), serviceQuotasService(parts, grants)],
    ...servicesAlone(parts),
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
          account: grants,
          tasks: connect.tasks,
          url,
          samples,
          executions: states.executions,
          functionNames: lambda.names,
          schedule: (seed) => useSeed(engine, seed),
        },
        request,
      ),
  });
  return { ...refusing(iam.requiringTrust(allTypes([...services, iam])), iam.authorizer), serve };
}

/** The services that need no other one. */
function servicesAlone(parts: Parts): readonly CloudService[] {
  return [
    ...[dynamoDbService(parts), s3Service(parts), secretsManagerService(parts), ssmService(parts)],
    logsService(),
  ];
}

function useSeed({ random, lockstep }: Engine, seed: number | undefined): void {
  if (seed !== undefined) random.reseed(seed);
  lockstep.use(seed);
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

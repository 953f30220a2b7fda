import { allPages, type Document, listIn, partIn } from '../aws/requests.ts';
import { type Check, finding, ok, type Place, type Seen } from './check.ts';

/** What a storm of alarms needs beside the functions that page. */
const concurrencyNeeded = 1000;

const dayMs = 24 * 3_600_000;

/** CloudWatch shows a metric of Lambda after one to three minutes. The guardian is started each minute. */
const guardianWithinMs = 10 * 60_000;

/** What the rest of a cell needs in each region. */
export const cellChecks: readonly Check[] = [
  {
    id: 'cell-answers',
    looksAt: 'the cell’s API',
    breaks: 'No source reaches this cell, and no person.',
    mend: 'Deploy the cell, and compare its address with PERMANENCE_CELLS: docs/deploy.md, step 7.',
    link: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-monitor.html',
    actions: [],
    async look({ ask }) {
      const health = await ask('health', {});
      return [health.kind === 'failed' ? finding(health.message) : ok('it answers')];
    },
  },
  {
    id: 'lambda-concurrency',
    looksAt: 'the concurrent executions of Lambda',
    breaks: 'A storm of alarms uses all of it, and the cell pages nobody meanwhile.',
    mend: 'Ask for 1,000 in Service Quotas, and reserve some in lib/config.ts: docs/deploy.md, step 3.',
    link: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html',
    actions: ['lambda:GetAccountSettings'],
    async look({ aws }) {
      const settings = await aws.rest('lambda', 'GET', '/2016-08-19/account-settings');
      const limit = partIn(settings, 'AccountLimit')['ConcurrentExecutions'];
      if (typeof limit !== 'number') throw new Error('the answer names no limit');
      const text = `${limit} concurrent executions`;
      return [
        limit < concurrencyNeeded ? finding(`${text}, where ${concurrencyNeeded} are needed`) : ok(text),
      ];
    },
  },
  {
    id: 'workflow-transitions',
    looksAt: 'state transitions of Step Functions that were throttled',
    breaks: 'Executions wait for their next turn, and pages come late.',
    mend: 'Ask for “Throttle token refill rate per second” of StateTransition in Service Quotas, AWS Step Functions.',
    link: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
    actions: ['cloudwatch:GetMetricStatistics'],
    async look(at) {
      const points = await metric(at, 'AWS/States ThrottledEvents', 'ServiceMetric StateTransition', {
        since: at.now - 14 * dayMs,
        period: 86_400,
      });
      const throttled = points.reduce((sum, { value }) => sum + value, 0);
      const text = `${throttled} were throttled in 14 days`;
      return [throttled > 0 ? finding(text) : ok(text)];
    },
  },
  {
    id: 'subscriptions',
    looksAt: 'the subscriptions of the topics',
    breaks: 'What people answer by SMS is lost, or alarms of that topic do not come in.',
    mend: 'Deploy the cell again; for a topic of yours, let the organization name it and subscribe again: docs/deploy.md, step 10.',
    link: 'https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html',
    actions: ['sns:ListSubscriptions'],
    look: lookAtSubscriptions,
  },
  {
    id: 'guardian',
    looksAt: 'the last sweep of the guardian',
    breaks: 'Nobody takes over an incident whose driver has died, nor redrives what could not be delivered.',
    mend: 'Look at the schedule and the log of the function guardian, and at its failure queue: docs/runbooks.',
    link: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/troubleshooting.html',
    actions: ['cloudwatch:GetMetricStatistics'],
    async look(at) {
      const since = at.now - guardianWithinMs;
      const starts = await metric(at, 'AWS/Lambda Invocations', `FunctionName ${at.prefix}-guardian`, {
        since,
        period: 60,
      });
      const last = Math.max(...starts.map((point) => point.at));
      if (starts.length === 0) return [finding('it was not started in the last 10 minutes')];
      return [ok(`it was started ${Math.max(0, Math.round((at.now - last) / 60_000))} minutes ago`)];
    },
  },
];

interface Point {
  readonly at: number;
  readonly value: number;
}

async function metric(
  { aws, now }: Place,
  named: string,
  dimension: string,
  { since, period }: { readonly since: number; readonly period: number },
): Promise<readonly Point[]> {
  const [Namespace = '', MetricName = ''] = named.split(' ');
  const [Name = '', Value = ''] = dimension.split(' ');
  const answer = await aws.json('monitoring', 'GetMetricStatistics', {
    Namespace,
    MetricName,
    Dimensions: [{ Name, Value }],
    StartTime: Math.floor(since / 1000),
    EndTime: Math.ceil(now / 1000),
    Period: period,
    Statistics: ['Sum'],
  });
  return listIn(answer, 'Datapoints').map(({ Timestamp, Sum }: Document) => ({
    at: Number(Timestamp) * 1000,
    value: Number(Sum),
  }));
}

interface Subscription {
  readonly arn: string;
  readonly endpoint: string;
  readonly topicArn: string;
}

async function lookAtSubscriptions({ aws, prefix, region, url }: Place): Promise<readonly Seen[]> {
  const all = await allPages(async (NextToken) => {
    const xml = await aws.form('ListSubscriptions', NextToken === undefined ? {} : { NextToken });
    return { some: subscriptionsIn(xml), next: memberIn(xml, 'NextToken') };
  });
  const own = [
    ['replies', 'answer'],
    ['alarms', 'intake'],
  ].map(([topic, role]) => {
    const isThere = all.some(
      ({ topicArn, endpoint }) =>
        topicArn.endsWith(`:${prefix}-${topic}`) &&
        endpoint.includes(`:lambda:${region}:`) &&
        endpoint.endsWith(`:${prefix}-${role}`),
    );
    const words = `the topic ${prefix}-${topic}`;
    return isThere
      ? ok(`${words} is subscribed`)
      : finding(`${words} has no subscription of ${prefix}-${role}`);
  });
  const pending = all
    .filter(({ arn, endpoint }) => arn === 'PendingConfirmation' && endpoint.startsWith(`${url}/`))
    .map(({ topicArn }) => finding(`the subscription of ${topicArn} is not confirmed`));
  return [...own, ...pending];
}

function subscriptionsIn(xml: string): readonly Subscription[] {
  return [...xml.matchAll(/<member>(.*?)<\/member>/gs)].map(([, member = '']) => ({
    arn: memberIn(member, 'SubscriptionArn') ?? '',
    endpoint: memberIn(member, 'Endpoint') ?? '',
    topicArn: memberIn(member, 'TopicArn') ?? '',
  }));
}

function memberIn(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.replaceAll('&amp;', '&');
}

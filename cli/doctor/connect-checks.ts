import { allPages, type Document, listIn, partIn } from '../aws/requests.ts';
import { type Check, finding, idIn, ok, type Place, type Seen, type Voice } from './check.ts';
import { countriesCalled } from './countries-called.ts';

/** The default of AWS, which is enough for ten phones that ring at once. A new instance may have less, or none. */
const callsNeeded = 10;

/** Looks where there is an Amazon Connect. Where there is none, the check of the instance has a finding. */
const withConnect =
  (look: (at: Place, voice: Voice) => Promise<readonly Seen[]>): Check['look'] =>
  async (at) => {
    const voice = await at.voice();
    return voice === undefined ? [] : look(at, voice);
  };

/** What Amazon Connect needs in each region. */
export const connectChecks: readonly Check[] = [
  {
    id: 'connect-instance',
    looksAt: 'the instance of Amazon Connect',
    breaks:
      'Nobody is called through this region. Without it in either region nothing reaches anybody when SMS fails.',
    mend: 'Deploy the Connect stack of this cell, and let the instance call out: docs/deploy.md, steps 5 and 7.',
    link: 'https://docs.aws.amazon.com/connect/latest/adminguide/update-instance-settings.html',
    actions: ['ssm:GetParameter', 'connect:DescribeInstance'],
    look: lookAtInstance,
  },
  {
    id: 'connect-number',
    looksAt: 'the number that calls',
    breaks: 'Amazon Connect refuses each call through this region.',
    mend: 'Deploy the Connect stack again, or name a number of the instance as `sourceNumber` in lib/config.ts.',
    link: 'https://docs.aws.amazon.com/connect/latest/adminguide/contact-center-phone-number.html',
    actions: ['ssm:GetParameter', 'connect:ListPhoneNumbersV2'],
    look: withConnect(async (at, { instanceArn, sourceNumber }) => {
      const InstanceId = idIn(instanceArn);
      const numbers = await allPages(async (NextToken) => {
        const request = { InstanceId, ...(NextToken === undefined ? {} : { NextToken }) };
        const page = await at.aws.rest('connect', 'POST', '/phone-number/list', request);
        return { some: listIn(page, 'ListPhoneNumbersSummaryList'), next: page['NextToken'] };
      });
      const isThere = numbers.some(({ PhoneNumber }) => PhoneNumber === sourceNumber);
      return [
        isThere
          ? ok(`the instance has ${sourceNumber}`)
          : finding(`the instance has no number ${sourceNumber}`),
      ];
    }),
  },
  {
    id: 'connect-flows',
    looksAt: 'the flows that speak and ask',
    breaks: 'A call through this region is refused, or no task reaches the queue.',
    mend: 'Publish the flow in the console of Amazon Connect, or deploy the Connect stack again.',
    link: 'https://docs.aws.amazon.com/connect/latest/adminguide/create-contact-flow.html',
    actions: ['ssm:GetParameter', 'connect:DescribeContactFlow'],
    look: withConnect((at, { contactFlowArn, taskFlowArn }) =>
      Promise.all(
        [contactFlowArn, ...(taskFlowArn === undefined ? [] : [taskFlowArn])].map((arn) =>
          published(at, arn),
        ),
      ),
    ),
  },
  {
    id: 'connect-countries',
    looksAt: 'the countries that the instance may call',
    breaks: 'Amazon Connect refuses each call to a phone of that country (`DestinationNotAllowedException`).',
    mend: 'Open a case for this instance, with the country: docs/deploy.md, step 8. `permanence test-page` then proves it.',
    link: 'https://docs.aws.amazon.com/connect/latest/adminguide/country-code-allow-list.html',
    actions: ['connect:SearchContacts', 'connect:DescribeContact', 'dynamodb:GetItem', 'execute-api:Invoke'],
    look: withConnect(countriesCalled),
  },
  {
    id: 'connect-operators',
    looksAt: 'the queue, and users with a routing profile that gives them its tasks',
    breaks:
      'A task reaches no operator through this region: the board and the plain number are what is left.',
    mend: 'Enable the queue, and create users with the routing profile: docs/deploy.md, step 12.',
    link: 'https://docs.aws.amazon.com/connect/latest/adminguide/routing-profiles.html',
    actions: ['connect:DescribeContactFlow', 'connect:DescribeQueue', 'connect:SearchRoutingProfiles'],
    look: withConnect(lookForOperators),
  },
  {
    id: 'connect-calls',
    looksAt: 'the concurrent calls of the instance',
    breaks: 'Calls beyond the limit are refused, and go through the other region or not at all.',
    mend: 'Ask for the quota “Concurrent active calls per instance” in Service Quotas, at the instance.',
    link: 'https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html',
    actions: ['ssm:GetParameter', 'servicequotas:GetServiceQuota'],
    look: withConnect(async ({ aws }, { instanceArn }) => {
      const calls = await aws.json('servicequotas', 'GetServiceQuota', {
        ServiceCode: 'connect',
        QuotaCode: 'L-12AB7C57',
        ContextId: instanceArn,
      });
      const value = partIn(calls, 'Quota')['Value'];
      if (typeof value !== 'number') throw new Error('the answer names no value');
      return [
        value < callsNeeded
          ? finding(`${value} calls at the same time`)
          : ok(`${value} calls at the same time`),
      ];
    }),
  },
];

async function lookAtInstance(at: Place): Promise<readonly Seen[]> {
  const voice = await at.voice();
  if (voice === undefined) return [finding('this cell has no Amazon Connect')];
  const { Instance } = await at.aws.rest('connect', 'GET', `/instance/${idIn(voice.instanceArn)}`);
  const { InstanceStatus, OutboundCallsEnabled } = Object(Instance);
  if (InstanceStatus !== 'ACTIVE') return [finding(`the instance is ${InstanceStatus}, not ACTIVE`)];
  if (OutboundCallsEnabled !== true) return [finding('the instance does not allow outbound calls')];
  return [ok('the instance is active, and calls out')];
}

async function flowAt({ aws }: Place, arn: string): Promise<Document> {
  const [instance = '', flow = ''] = arn.split(':instance/')[1]?.split('/contact-flow/') ?? [];
  return partIn(await aws.rest('connect', 'GET', `/contact-flows/${instance}/${flow}`), 'ContactFlow');
}

async function published(at: Place, arn: string): Promise<Seen> {
  const { Name, State, Status } = await flowAt(at, arn);
  if (Status !== 'PUBLISHED') return finding(`the flow ${Name} is ${Status}, not PUBLISHED`);
  if (State !== 'ACTIVE') return finding(`the flow ${Name} is ${State}, not ACTIVE`);
  return ok(`the flow ${Name} is published`);
}

async function lookForOperators(at: Place, { instanceArn, taskFlowArn }: Voice): Promise<readonly Seen[]> {
  if (taskFlowArn === undefined) return [finding('no queue of Amazon Connect is named in lib/config.ts')];
  const [, queueId] = /\/queue\/([\w-]+)/.exec(String((await flowAt(at, taskFlowArn))['Content'])) ?? [];
  if (queueId === undefined) return [finding('the flow for tasks names no queue')];
  const InstanceId = idIn(instanceArn);
  const { Queue } = await at.aws.rest('connect', 'GET', `/queues/${InstanceId}/${queueId}`);
  const { Name, Status } = Object(Queue);
  const profiles = await allPages(async (NextToken) => {
    const request = { InstanceId, ...(NextToken === undefined ? {} : { NextToken }) };
    const page = await at.aws.rest('connect', 'POST', '/search-routing-profiles', request);
    return { some: listIn(page, 'RoutingProfiles'), next: page['NextToken'] };
  });
  const users = profiles
    .filter((profile) => givesTasksOf(queueId, profile))
    .reduce((sum, { NumberOfAssociatedUsers }) => sum + Number(NumberOfAssociatedUsers ?? 0), 0);
  return [
    Status === 'ENABLED' ? ok(`the queue ${Name} is enabled`) : finding(`the queue ${Name} is ${Status}`),
    users > 0
      ? ok(`${users} users get its tasks`)
      : finding(`no user has a routing profile with tasks of ${Name}`),
  ];
}

function givesTasksOf(queueId: string, profile: Document): boolean {
  const queues = profile['AssociatedQueueIds'];
  const channels = listIn(profile, 'MediaConcurrencies').map(({ Channel }) => Channel);
  return Array.isArray(queues) && queues.includes(queueId) && channels.includes('TASK');
}

import { callingCode } from '../../local/services/connect/instances.ts';
import { allPages, type Document, isRefusal, listIn } from '../aws/requests.ts';
import { type Check, finding, ok, type Place, type Seen } from './check.ts';

/** Dollars. A new account has this limit, which is about ten messages. */
const limitOfNewAccounts = 1;

/** From this part of the limit on, the rest of the month is at risk. */
const mostlyUsed = 0.8;

/** What SMS needs in each region. */
export const smsChecks: readonly Check[] = [
  {
    id: 'sms-sandbox',
    looksAt: 'the SMS sandbox',
    breaks:
      'SNS accepts each SMS to a number that is not verified, and sends none: people are reached by calls alone.',
    mend: 'Ask AWS for production access in this region: docs/deploy.md, step 3.',
    link: 'https://docs.aws.amazon.com/sns/latest/dg/sns-sms-sandbox.html',
    actions: ['sns:GetSMSSandboxAccountStatus'],
    async look({ aws }) {
      const xml = await aws.form('GetSMSSandboxAccountStatus');
      const [, isIn] = /<IsInSandbox>(true|false)<\/IsInSandbox>/.exec(xml) ?? [];
      if (isIn === undefined) throw new Error('the answer of SNS does not say it');
      return [
        isIn === 'true' ? finding('the account is in the SMS sandbox') : ok('the account is out of it'),
      ];
    },
  },
  {
    id: 'sms-spend-limit',
    looksAt: 'the spend limit for SMS, and what is used of it',
    breaks: 'Past the limit AWS stops sending within minutes, while SNS goes on to accept each SMS.',
    mend: 'Raise TextMessageMonthlySpend in Service Quotas, then `aws pinpoint-sms-voice-v2 set-text-message-spend-limit-override`: docs/deploy.md, step 3.',
    link: 'https://docs.aws.amazon.com/sms-voice/latest/userguide/spend-limit.html',
    actions: ['sms-voice:DescribeSpendLimits', 'cloudwatch:GetMetricStatistics'],
    look: lookAtSpending,
  },
  {
    id: 'sms-numbers',
    looksAt: 'a number for each country of the responders’ phones',
    breaks: 'SNS sends from a number that nobody can answer, or accepts the SMS and sends none.',
    mend: 'Order a number for that country in this region: docs/deploy.md, step 3.',
    link: 'https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers-request.html',
    actions: ['sms-voice:DescribePhoneNumbers', 'dynamodb:GetItem'],
    look: lookForNumbers,
  },
  {
    id: 'sms-two-way',
    looksAt: 'the topic to which each number sends what people write',
    breaks: 'What people answer by SMS is lost: a page is answered by a key in a call, or not at all.',
    mend: 'Run `aws pinpoint-sms-voice-v2 update-phone-number` with the topic: docs/deploy.md, step 8.',
    link: 'https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms.html',
    actions: ['sms-voice:DescribePhoneNumbers'],
    look: async (at) => (await activeNumbers(at)).flatMap((number) => twoWay(number, at)),
  },
  {
    id: 'sms-number-policy',
    looksAt: 'the resource policy by which SNS may send from each number',
    breaks: 'SNS accepts each page and sends none, or sends it from a number that nobody can answer.',
    mend: 'Run `aws pinpoint-sms-voice-v2 put-resource-policy` for the number: docs/deploy.md, step 8.',
    link: 'https://docs.aws.amazon.com/sms-voice/latest/userguide/phone-numbers-request.html',
    actions: ['sms-voice:DescribePhoneNumbers', 'sms-voice:GetResourcePolicy'],
    look: async (at) => Promise.all((await activeNumbers(at)).map((number) => lentToSns(number, at))),
  },
];

async function lookAtSpending({ aws, now }: Place): Promise<readonly Seen[]> {
  const { SpendLimits } = await aws.json('sms-voice', 'DescribeSpendLimits', {});
  const limits = listIn({ SpendLimits }, 'SpendLimits');
  const limit = limits.find(({ Name }) => Name === 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT')?.['EnforcedLimit'];
  if (typeof limit !== 'number') throw new Error('the answer names no limit for text messages');
  const { Datapoints } = await aws.json('monitoring', 'GetMetricStatistics', {
    Namespace: 'AWS/SNS',
    MetricName: 'SMSMonthToDateSpentUSD',
    StartTime: startOfMonth(now) / 1000,
    EndTime: Math.floor(now / 1000),
    Period: 86_400,
    Statistics: ['Maximum'],
  });
  const spent = Math.max(0, ...listIn({ Datapoints }, 'Datapoints').map(({ Maximum }) => Number(Maximum)));
  const used = `${round(spent)} of ${limit} dollars are used this month`;
  if (limit <= limitOfNewAccounts) return [finding(`the limit is ${limit} dollar a month; ${used}`)];
  return [spent >= limit * mostlyUsed ? finding(used) : ok(used)];
}

/** In UTC, as AWS counts months. */
function startOfMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

function round(dollars: number): number {
  return Math.round(dollars * 100) / 100;
}

async function activeNumbers({ aws }: Place): Promise<readonly Document[]> {
  const all = await allPages(async (NextToken) => {
    const page = await aws.json(
      'sms-voice',
      'DescribePhoneNumbers',
      NextToken === undefined ? {} : { NextToken },
    );
    return { some: listIn(page, 'PhoneNumbers'), next: page['NextToken'] };
  });
  return all.filter(({ Status }) => Status === 'ACTIVE');
}

async function lookForNumbers(at: Place): Promise<readonly Seen[]> {
  const [numbers, { responders }] = await Promise.all([activeNumbers(at), at.organization()]);
  const owned = new Set(numbers.map(({ PhoneNumber }) => callingCode(String(PhoneNumber))));
  const phones = Object.values(responders).flatMap((responder) => responder.numbers);
  const needed = [...new Set(phones.map(callingCode))];
  return needed.map((code) =>
    owned.has(code)
      ? ok(`there is one for +${code}`)
      : finding(`the account has no active number for +${code} here`),
  );
}

function twoWay(number: Document, { prefix }: Place): readonly Seen[] {
  const { PhoneNumber, TwoWayEnabled, TwoWayChannelArn, SelfManagedOptOutsEnabled } = number;
  const topic = `${prefix}-replies`;
  if (TwoWayEnabled !== true) return [finding(`${PhoneNumber} is not two-way`)];
  if (!String(TwoWayChannelArn).endsWith(`:${topic}`))
    return [finding(`${PhoneNumber} sends what people write to ${TwoWayChannelArn}, not to ${topic}`)];
  if (SelfManagedOptOutsEnabled !== true)
    return [
      finding(
        `${PhoneNumber}: a STOP silences the phone, because AWS answers it (self-managed opt-outs are off)`,
      ),
    ];
  return [ok(`${PhoneNumber} sends it to ${topic}`)];
}

async function lentToSns({ PhoneNumber, PhoneNumberArn }: Document, { aws }: Place): Promise<Seen> {
  const ResourceArn = String(PhoneNumberArn);
  const missing = finding(`${PhoneNumber} has no policy that lets SNS send from it`);
  try {
    const { Policy } = await aws.json('sms-voice', 'GetResourcePolicy', { ResourceArn });
    const statements = [JSON.parse(String(Policy ?? '{}')).Statement ?? []].flat() as readonly Document[];
    return statements.some(letsSnsSend) ? ok(`SNS may send from ${PhoneNumber}`) : missing;
  } catch (error) {
    if (isRefusal(error, 'ResourceNotFoundException')) return missing;
    throw error;
  }
}

function letsSnsSend({ Effect, Principal, Action }: Document): boolean {
  const services = [Object(Principal).Service ?? []].flat();
  const sends = [Action]
    .flat()
    .some((one) => ['sms-voice:SendTextMessage', 'sms-voice:*', '*'].includes(String(one)));
  return Effect === 'Allow' && sends && services.includes('sns.amazonaws.com');
}

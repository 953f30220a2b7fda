import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, own } from '../scenarios/laptop.ts';

const page = readFileSync('docs/aws-tools.md', 'utf8');

/** The examples of the page, in order. */
const examples = [...page.matchAll(/^```(sh|python)\n(.*?)^```/gms)].map(([, language = '', code = '']) => ({
  language,
  code,
}));

const isThere = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const hasAws = isThere('aws', '--version');
const hasBoto = isThere('python3', '-c', 'import boto3');

let cloud: Laptop;
beforeAll(async () => {
  cloud = await laptop({ guardians: true });
  await cloud.skip(185);
  await cloud.alarm({ dedupKey: 'disk', service: 'acme-shop', summary: 'disk full', severity: 'critical' });
  await cloud.skip(100);
});
afterAll(() => cloud.close());

/** Runs a program while the cloud of this process answers it. */
function run(
  command: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: cloud.cloud.url,
    AWS_REGION: own,
    AWS_DEFAULT_REGION: own,
    AWS_ACCESS_KEY_ID: 'laptop',
    AWS_SECRET_ACCESS_KEY: 'laptop',
    AWS_MAX_ATTEMPTS: '1',
  };
  return new Promise((resolve) => {
    const program = spawn(command, args, { env });
    let [out, err] = ['', ''];
    program.stdout.on('data', (chunk) => (out += chunk));
    program.stderr.on('data', (chunk) => (err += chunk));
    program.on('close', (code) => resolve({ code, out: out.trim(), err }));
  });
}

const inShell = (index: number) => {
  const shown = examples.filter(({ language }) => language === 'sh')[index]?.code ?? '';
  return run('bash', ['-c', shown.replaceAll('http://127.0.0.1:4600', cloud.cloud.url)]);
};

describe('the page about the tools of AWS', () => {
  test('shows how to reach the laptop, two commands, one program, and how to switch the account', () => {
    expect(examples.map(({ language }) => language)).toEqual(['sh', 'sh', 'sh', 'python', 'sh']);
    expect(examples[0]?.code).toContain('AWS_ENDPOINT_URL=http://127.0.0.1:4600');
  });

  test('switches the account with the request that it shows', async () => {
    const { code, out } = await inShell(3);

    expect({ code, out }).toEqual({ code: 0, out: '{"*":{"smsSandbox":true,"smsMonthlyLimit":1}}' });
    await fetch(`${cloud.cloud.url}/local/account`, { method: 'PUT', body: '{}' });
  });
});

(hasAws ? describe : describe.skip)('the AWS command line (skipped where it is not installed)', () => {
  test('describes the table', async () => {
    expect(await inShell(1)).toMatchObject({ code: 0, out: 'STRONG' });
  });

  test('sends an SMS to a phone', async () => {
    expect(await inShell(2)).toMatchObject({ code: 0, out: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect((await cloud.texts('an')).at(-1)).toBe('An SMS from the AWS command line');
  });

  test('reports an unknown operation in its own words', async () => {
    const { code, err } = await run('aws', ['sns', 'list-platform-applications']);

    expect(code).not.toBe(0);
    expect(err).toContain(
      'An error occurred (NotKnownInTheLocalCloud) when calling the ListPlatformApplications operation',
    );
  });
});

/** Each operation that the doctor asks, by AWS's own models: boto3 refuses a request and misses a member that they lack. */
const doctorsOperations = `
import boto3, datetime, json
c = boto3.client
now = datetime.datetime(2026, 11, 23, 2, 20, tzinfo=datetime.timezone.utc)
seen = {}
seen["sandbox"] = c("sns").get_sms_sandbox_account_status()["IsInSandbox"]
seen["subscriptions"] = len(c("sns").list_subscriptions()["Subscriptions"])
sms = c("pinpoint-sms-voice-v2")
seen["limit"] = sms.describe_spend_limits()["SpendLimits"][0]["EnforcedLimit"]
number = sms.describe_phone_numbers()["PhoneNumbers"][0]
seen["number"] = [number["Status"], number["TwoWayEnabled"], number["SelfManagedOptOutsEnabled"]]
seen["policy"] = json.loads(sms.get_resource_policy(ResourceArn=number["PhoneNumberArn"])["Policy"])["Version"]
points = c("cloudwatch").get_metric_statistics(Namespace="AWS/Lambda", MetricName="Invocations",
    Dimensions=[{"Name": "FunctionName", "Value": "permanence-guardian"}],
    StartTime=now - datetime.timedelta(hours=1), EndTime=now, Period=60, Statistics=["Sum"])["Datapoints"]
seen["guardian"] = len(points) > 0 and points[0]["Timestamp"].year
seen["concurrency"] = c("lambda").get_account_settings()["AccountLimit"]["ConcurrentExecutions"]
seen["code"] = len(c("lambda").get_function_configuration(FunctionName="permanence-step")["CodeSha256"])
voice = json.loads(c("ssm").get_parameter(Name="permanence-voice")["Parameter"]["Value"])
connect, last = c("connect"), lambda arn: arn.split("/")[-1]
instance = last(voice["instanceArn"])
seen["instance"] = connect.describe_instance(InstanceId=instance)["Instance"]["InstanceStatus"]
numbers = connect.list_phone_numbers_v2(InstanceId=instance)["ListPhoneNumbersSummaryList"]
seen["source"] = numbers[0]["PhoneNumber"] == voice["sourceNumber"]
flow = connect.describe_contact_flow(InstanceId=instance, ContactFlowId=last(voice["taskFlowArn"]))["ContactFlow"]
seen["flow"] = [flow["State"], flow["Status"]]
profile = connect.search_routing_profiles(InstanceId=instance)["RoutingProfiles"][0]
channels = [one["Channel"] for one in profile["MediaConcurrencies"]]
seen["profile"] = ["TASK" in channels, profile["NumberOfAssociatedUsers"]]
queue = connect.describe_queue(InstanceId=instance, QueueId=profile["AssociatedQueueIds"][0])["Queue"]
seen["queue"] = queue["Status"]
contacts = connect.search_contacts(InstanceId=instance, MaxResults=20,
    TimeRange={"Type": "INITIATION_TIMESTAMP", "StartTime": now - datetime.timedelta(days=28), "EndTime": now},
    SearchCriteria={"Channels": ["VOICE"], "InitiationMethods": ["API"]},
    Sort={"FieldName": "INITIATION_TIMESTAMP", "Order": "DESCENDING"})["Contacts"]
contact = connect.describe_contact(InstanceId=instance, ContactId=contacts[0]["Id"])["Contact"]
seen["called"] = contact["CustomerEndpoint"]["Address"][:3]
quota = c("service-quotas").get_service_quota(ServiceCode="connect", QuotaCode="L-12AB7C57", ContextId=voice["instanceArn"])
seen["calls"] = quota["Quota"]["Value"]
print(json.dumps(seen))
`;

(hasBoto ? describe : describe.skip)('boto3 (skipped where it is not installed)', () => {
  test('runs the program that the page shows', async () => {
    const program = examples.find(({ language }) => language === 'python')?.code ?? '';
    const { code, out, err } = await run('python3', ['-c', program]);

    expect({ code, out, err }).toEqual({ code: 0, out: "[('+32460000991', True)]", err: '' });
  });

  test('understands every operation that the doctor asks', async () => {
    const { out, err } = await run('python3', ['-c', doctorsOperations]);

    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual({
      ...{ sandbox: false, subscriptions: expect.any(Number), limit: 500, number: ['ACTIVE', true, true] },
      ...{
        policy: '2012-10-17',
        guardian: 2026,
        concurrency: 1000,
        code: 44,
        instance: 'ACTIVE',
        source: true,
      },
      ...{ flow: ['ACTIVE', 'PUBLISHED'], profile: [true, 2], queue: 'ENABLED', called: '+32', calls: 10 },
    });
  });
});

import type { ConnectInstance, DeploymentConfig, SmsNumber } from './deployment-config.ts';

/** Regions between which DynamoDB keeps a table strongly consistent, in Europe. Source: aws-cdk-lib, aws-dynamodb, TableV2. */
const consistentRegions: readonly string[] = ['eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3'];

/** Leaves room for `-organization-`, an account and a region in the 63 characters of a bucket's name. */
const prefixShape = /^[a-z][a-z0-9-]{1,20}$/;

/** Says what is wrong with a configuration; empty when it can be deployed. */
export function configErrors(config: DeploymentConfig): readonly string[] {
  const { regions, witness, prefix, smsNumbers, connect, reservedConcurrency = {} } = config;
  const [first, second] = regions;
  const places = [...regions, witness].filter((region) => !consistentRegions.includes(region));
  return [
    first === second ? `the two cells must be in different regions, got ${first} twice` : undefined,
    regions.includes(witness)
      ? `the witness must be a third region, got ${witness}, which has a cell`
      : undefined,
    places.length > 0
      ? `a strongly consistent table needs its regions from ${consistentRegions.join(', ')}; got ${places.join(', ')}`
      : undefined,
    prefixShape.test(prefix) ? undefined : `prefix must be 2 to 21 of a-z, 0-9 and -, got ${prefix}`,
    ...Object.entries(reservedConcurrency).map(reservedError),
    ...smsNumbers.flatMap((number, index) => smsErrors(number, regions[index] ?? '')),
    ...connect.flatMap((instance, index) => connectErrors(instance, regions[index] ?? '')),
  ].filter((error) => error !== undefined);
}

/** Each guardian starts every minute and sweeps for longer than two, so three run at once. */
const guardiansAtOnce = 3;

function reservedError([role, count]: readonly [string, number]): string | undefined {
  const least = role === 'guardian' ? guardiansAtOnce : 1;
  return Number.isInteger(count) && count >= least
    ? undefined
    : `reservedConcurrency of ${role} must be a whole number of at least ${least}, got ${count}`;
}

/**
 * Countries whose numbers AWS sells only after a registration, which CloudFormation cannot hand in. Source: AWS End
 * User Messaging user guide, "Dedicated number registration forms".
 */
const registeredCountries: readonly string[] = [
  ...['AT', 'AU', 'CL', 'DE', 'DK', 'ES', 'FI', 'GB', 'HK', 'HU'],
  ...['IN', 'IT', 'NL', 'NO', 'PL', 'PT', 'SE', 'US'],
];

const numberShape = /^\+[1-9]\d{6,14}$/;
const numberArnShape = /^arn:aws:sms-voice:([a-z0-9-]+):\d{12}:phone-number\/phone-[0-9a-z]+$/;

function smsErrors(sms: SmsNumber, region: string): readonly (string | undefined)[] {
  if (sms.kind === 'buy') {
    const { isoCountryCode } = sms;
    return [
      /^[A-Z]{2}$/.test(isoCountryCode)
        ? undefined
        : `isoCountryCode must be two capitals such as CA, got ${isoCountryCode}`,
      registeredCountries.includes(isoCountryCode)
        ? `numbers of ${isoCountryCode} are sold after a registration that only people can hand in: order one, and say existing`
        : undefined,
    ];
  }
  const { number, numberArn } = sms;
  const [, itsRegion = region] = numberArnShape.exec(numberArn ?? '') ?? [];
  const isArn = numberArn === undefined || numberArnShape.test(numberArn);
  return [
    number === undefined || numberShape.test(number)
      ? undefined
      : `number must be one such as +447700900123, got ${number}`,
    isArn && itsRegion === region
      ? undefined
      : `numberArn must be the ARN of a number of AWS End User Messaging in ${region}, got ${numberArn}`,
  ];
}

/** Leaves room for `-`, a region, `-` and an account in the 45 characters of an alias. */
const aliasShape = /^[a-z][a-z0-9-]{0,15}$/;

const instanceArnShape = /^arn:aws:connect:([a-z0-9-]+):\d{12}:instance\/[0-9a-f-]{36}$/;

function connectErrors(connect: ConnectInstance, region: string): readonly (string | undefined)[] {
  if (connect.kind === 'none') return [];
  if (connect.kind === 'new') {
    const { alias, countryCode } = connect;
    return [
      aliasShape.test(alias) ? undefined : `alias must be 1 to 16 of a-z, 0-9 and -, got ${alias}`,
      /^[A-Z]{2}$/.test(countryCode)
        ? undefined
        : `countryCode must be two capitals such as GB, got ${countryCode}`,
    ];
  }
  const { instanceArn, sourceNumber, queueArn } = connect;
  const [, itsRegion] = instanceArnShape.exec(instanceArn) ?? [];
  return [
    itsRegion === region
      ? undefined
      : `instanceArn must be the ARN of an Amazon Connect instance in ${region}, got ${instanceArn}`,
    numberShape.test(sourceNumber)
      ? undefined
      : `sourceNumber must be a number of the instance such as +442079460000, got ${sourceNumber}`,
    queueArn === undefined || isQueueOf(instanceArn, queueArn)
      ? undefined
      : `queueArn must be the ARN of a queue of ${instanceArn}, got ${queueArn}`,
  ];
}

function isQueueOf(instanceArn: string, queueArn: string): boolean {
  const [instance, id = ''] = queueArn.split('/queue/');
  return instance === instanceArn && /^[0-9a-f-]{36}$/.test(id);
}

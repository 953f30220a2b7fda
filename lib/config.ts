/** Where the product is deployed: each environment is one place for it, chosen with `--context environment=...`. */
export type EnvironmentName = 'production';

/** What differs between environments. No secrets, only names. */
export interface DeploymentConfig {
  /** The two cells, both active. A tuple, so that a missing second region does not compile. */
  readonly regions: readonly [string, string];
  /** Takes part in each write of the table, and holds nothing that can be read. */
  readonly witness: string;
  /** Begins the name of each thing that the cells find by name. */
  readonly prefix: string;
  /** The number from which each cell pages and at which it is answered, in the order of `regions`. */
  readonly smsNumbers: readonly [SmsNumber, SmsNumber];
  /** The Amazon Connect through which each cell calls people, in the order of `regions`. */
  readonly connect: readonly [ConnectInstance, ConnectInstance];
  /** Who is on call, for whom; a path from the root of the repository. */
  readonly organizationFile: string;
}

/**
 * A two-way number of AWS End User Messaging.
 *
 * `existing`, the default, is one that people order, since most countries want a registration or a support case first. The
 * stack makes the topic that it is to be pointed at, with or without the number. Once there is one: `number`, E.164, is
 * shown among the stack's outputs, and `numberArn` has the stack let SNS send from it. `buy` orders a long code in a
 * country that sells them without papers.
 */
export type SmsNumber =
  | { readonly kind: 'existing'; readonly number?: string; readonly numberArn?: string }
  | { readonly kind: 'buy'; readonly isoCountryCode: string };

/**
 * An instance of Amazon Connect.
 *
 * `none` deploys no Connect stack: nobody is called through that region, and its operators work from the board. With none
 * in either region people are paged by SMS alone, and nothing reaches them when SMS fails.
 * `new` makes one, with a number that has a country's code; its alias is lengthened by region and account. AWS lets an
 * account have two and limits how often they are made and deleted, so who has one names it as `existing`: its ARN as the
 * console shows it, one of its numbers, E.164, and the ARN of the queue in which its operators find their tasks. Without a
 * queue the contact center is asked by the board and its plain number alone, or through the other region.
 */
export type ConnectInstance =
  | { readonly kind: 'none' }
  | { readonly kind: 'new'; readonly alias: string; readonly countryCode: string }
  | {
      readonly kind: 'existing';
      readonly instanceArn: string;
      readonly sourceNumber: string;
      readonly queueArn?: string;
    };

const environments = {
  production: {
    regions: ['eu-central-1', 'eu-west-2'],
    witness: 'eu-west-1',
    prefix: 'permanence',
    smsNumbers: [{ kind: 'existing' }, { kind: 'existing' }],
    connect: [
      { kind: 'new', alias: 'permanence', countryCode: 'GB' },
      { kind: 'new', alias: 'permanence', countryCode: 'GB' },
    ],
    organizationFile: 'organization.yaml',
  },
} as const satisfies Record<EnvironmentName, DeploymentConfig>;

/** A configuration that can be deployed, or all that is wrong with it, in words. */
export type FoundConfig =
  | { readonly kind: 'found'; readonly config: DeploymentConfig }
  | { readonly kind: 'rejected'; readonly errors: readonly string[] };

/** Finds the configuration of an environment, and checks it. */
export function deploymentConfig(environment: string): FoundConfig {
  if (!isEnvironmentName(environment)) {
    const known = Object.keys(environments).join(', ');
    return {
      kind: 'rejected',
      errors: [`there is no environment ${environment}: lib/config.ts has ${known}`],
    };
  }
  const config = environments[environment];
  const errors = configErrors(config).map((error) => `lib/config.ts, ${environment}: ${error}`);
  return errors.length > 0 ? { kind: 'rejected', errors } : { kind: 'found', config };
}

function isEnvironmentName(name: string): name is EnvironmentName {
  return Object.hasOwn(environments, name);
}

/** Regions between which DynamoDB keeps a table strongly consistent, in Europe. Source: aws-cdk-lib, aws-dynamodb, TableV2. */
const consistentRegions: readonly string[] = ['eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3'];

/** Leaves room for `-organization-`, an account and a region in the 63 characters of a bucket's name. */
const prefixShape = /^[a-z][a-z0-9-]{1,20}$/;

/** Says what is wrong with a configuration; nothing when it can be deployed. */
export function configErrors(config: DeploymentConfig): readonly string[] {
  const { regions, witness, prefix, smsNumbers, connect } = config;
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
    ...smsNumbers.flatMap((number, index) => smsErrors(number, regions[index] ?? '')),
    ...connect.flatMap((instance, index) => connectErrors(instance, regions[index] ?? '')),
  ].filter((error) => error !== undefined);
}

/**
 * Where AWS sells a number after a registration alone, which CloudFormation cannot hand in. Source: AWS End User Messaging
 * user guide, "Dedicated number registration forms".
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

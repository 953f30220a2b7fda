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
 * `buy` orders a long code in a country that sells them without papers. Where a country wants a registration (the
 * Netherlands) or a support case (Belgium), people order the number, point it at the topic `permanence-replies`
 * themselves, and say `existing`.
 */
export type SmsNumber =
  | { readonly kind: 'buy'; readonly isoCountryCode: string }
  | { readonly kind: 'existing' };

/**
 * An instance of Amazon Connect.
 *
 * `new` makes one, with a number that has a country's code; its alias is lengthened by region and account. AWS lets an
 * account have two and limits how often they are made and deleted, so who has one names it as `existing`: its ARN as the
 * console shows it, and one of its numbers, E.164.
 */
export type ConnectInstance =
  | { readonly kind: 'new'; readonly alias: string; readonly countryCode: string }
  | { readonly kind: 'existing'; readonly instanceArn: string; readonly sourceNumber: string };

const environments = {
  production: {
    regions: ['eu-central-1', 'eu-west-2'],
    witness: 'eu-west-1',
    prefix: 'permanence',
    smsNumbers: [
      { kind: 'buy', isoCountryCode: 'GB' },
      { kind: 'buy', isoCountryCode: 'GB' },
    ],
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
    ...smsNumbers.map((number) =>
      number.kind === 'buy' && !/^[A-Z]{2}$/.test(number.isoCountryCode)
        ? `isoCountryCode must be two capitals such as GB, got ${number.isoCountryCode}`
        : undefined,
    ),
    ...connect.flatMap((instance, index) => connectErrors(instance, regions[index] ?? '')),
  ].filter((error) => error !== undefined);
}

/** Leaves room for `-`, a region, `-` and an account in the 45 characters of an alias. */
const aliasShape = /^[a-z][a-z0-9-]{0,15}$/;

const instanceArnShape = /^arn:aws:connect:([a-z0-9-]+):\d{12}:instance\/[0-9a-f-]{36}$/;

function connectErrors(connect: ConnectInstance, region: string): readonly (string | undefined)[] {
  if (connect.kind === 'new') {
    const { alias, countryCode } = connect;
    return [
      aliasShape.test(alias) ? undefined : `alias must be 1 to 16 of a-z, 0-9 and -, got ${alias}`,
      /^[A-Z]{2}$/.test(countryCode)
        ? undefined
        : `countryCode must be two capitals such as GB, got ${countryCode}`,
    ];
  }
  const { instanceArn, sourceNumber } = connect;
  const [, itsRegion] = instanceArnShape.exec(instanceArn) ?? [];
  return [
    itsRegion === region
      ? undefined
      : `instanceArn must be the ARN of an Amazon Connect instance in ${region}, got ${instanceArn}`,
    /^\+[1-9]\d{6,14}$/.test(sourceNumber)
      ? undefined
      : `sourceNumber must be a number of the instance such as +442079460000, got ${sourceNumber}`,
  ];
}

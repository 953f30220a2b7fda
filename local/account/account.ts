/** What AWS has granted the account in each region, and what people have set up there by hand. */

/** The settings of the account in one region that no template makes. */
export interface RegionAccount {
  /** In the sandbox SNS accepts every SMS, and sends none. */
  readonly smsSandbox: boolean;
  /** Dollars a month. Past the limit SNS accepts every SMS, and sends none. */
  readonly smsMonthlyLimit: number;
  /** Dollars that SMS have cost this month. The SMS of this cloud are free. */
  readonly smsSpent: number;
  /** Whether Amazon Connect may call the countries of the phones, and not only those of a new instance. */
  readonly countriesGranted: boolean;
  /** Calls of one instance of Amazon Connect at the same time. */
  readonly callsAtOnce: number;
  /** Users of each instance of Amazon Connect, all of them with the first routing profile. */
  readonly operators: number;
  /** Concurrent executions of functions, as Lambda reports its limit. It is not enforced. */
  readonly functionConcurrency: number;
  /** State transitions of Step Functions that were throttled in the last days, as CloudWatch reports them. */
  readonly throttledTransitions: number;
}

/** The account, in all its regions. */
export interface Account {
  of(region: string): RegionAccount;
  /** The changes since the start, for a region or for all (`*`), replaced by these. */
  replace(changes: AccountChanges): void;
  changes(): AccountChanges;
}

export type AccountChanges = Readonly<Record<string, Partial<RegionAccount>>>;

/** An account to which AWS has granted what the product needs. Limits are AWS's defaults where it has some. */
export const grantedAccount: RegionAccount = {
  smsSandbox: false,
  smsMonthlyLimit: 500,
  smsSpent: 12,
  countriesGranted: true,
  callsAtOnce: 10,
  operators: 2,
  functionConcurrency: 1000,
  throttledTransitions: 0,
};

/** The account at the start, and how it changes. */
export function accountOf(start: Partial<RegionAccount> = {}): Account {
  let changes: AccountChanges = {};
  return {
    of: (region) => ({ ...grantedAccount, ...start, ...changes['*'], ...changes[region] }),
    replace(all) {
      changes = all;
    },
    changes: () => changes,
  };
}

/** Reads changes. Throws a sentence that names what is allowed. */
export function readAccountChanges(body: unknown): AccountChanges {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Error(`The account: got ${JSON.stringify(body)}, allowed: settings by region, or by "*"`);
  return Object.fromEntries(Object.entries(body).map(([region, some]) => [region, settingsIn(region, some)]));
}

function settingsIn(region: string, some: unknown): Partial<RegionAccount> {
  if (region !== '*' && !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    throw new Error(
      `The account: got the region ${region}, allowed: a region such as "eu-central-1", or "*"`,
    );
  if (typeof some !== 'object' || some === null) throw new Error(`${region}: settings are an object`);
  for (const [name, value] of Object.entries(some)) {
    const known = Object.hasOwn(grantedAccount, name)
      ? grantedAccount[name as keyof RegionAccount]
      : undefined;
    if (known === undefined)
      throw new Error(`${region}: there is no ${name}, but ${Object.keys(grantedAccount).join(', ')}`);
    const isNumber = typeof value === 'number' && value >= 0;
    if (typeof known === 'boolean' ? typeof value !== 'boolean' : !isNumber)
      throw new Error(`${region}: ${name} is a ${typeof known}, got ${JSON.stringify(value)}`);
  }
  return { ...some };
}

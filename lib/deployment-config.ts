import type { FunctionRole } from './names.ts';

/** What differs between environments. It contains names, and no secrets. */
export interface DeploymentConfig {
  /** The two cells, both active. A tuple, so that a configuration without a second region does not compile. */
  readonly regions: readonly [string, string];
  /** Takes part in each write of the table, and stores nothing that can be read. */
  readonly witness: string;
  /** The prefix of each name by which the cells find each other's resources. */
  readonly prefix: string;
  /** The number from which each cell pages and at which it is answered, in the order of `regions`. */
  readonly smsNumbers: readonly [SmsNumber, SmsNumber];
  /** The Amazon Connect through which each cell calls people, in the order of `regions`. */
  readonly connect: readonly [ConnectInstance, ConnectInstance];
  /**
   * The concurrency that Lambda reserves for a function in each cell. It is also the function's limit. AWS keeps 100
   * of the account's concurrency for all other functions, and refuses a deployment that would leave fewer. @default -
   * none: a new account may have only 10, and then nothing can be reserved
   */
  readonly reservedConcurrency?: ReservedConcurrency;
  /**
   * Whether API Gateway has metrics of each route. CloudWatch bills them as custom metrics. @default false - only the
   * metrics of the whole API, which are free
   */
  readonly detailedMetrics?: boolean;
  /**
   * The alarms of CloudWatch in the cells' own account whose changes page without an action, as EventBridge reports them.
   * @default - none: an alarm of the account pages by its action, or through a topic
   */
  readonly alarmEvents?: AlarmEvents;
  /** The organization file: a path from the root of the repository. */
  readonly organizationFile: string;
}

/** Alarms of CloudWatch: those with one of the names, and those with one of the tags. */
export interface AlarmEvents {
  /** Names; `*` stands for any characters. */
  readonly names?: readonly string[];
  /** Tags and their values. An event has the tags of its alarm where the alarm propagates them. */
  readonly tags?: Readonly<Record<string, readonly string[]>>;
}

export type ReservedConcurrency = Readonly<Partial<Record<FunctionRole, number>>>;

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

import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));

const environment = z.object({
  AWS_REGION: text,
  OTHER_REGION: text,
  TABLE_NAME: text,
  LINK_KEY: text,
  STATE_MACHINE_ARN: text,
  OTHER_STATE_MACHINE_ARN: text,
  PAGE_WITHOUT_TABLE_ARN: text,
  OTHER_PAGE_WITHOUT_TABLE_ARN: text,
  ORGANIZATION_BUCKET: text,
  OTHER_ORGANIZATION_BUCKET: text,
  ANSWER_FAILURES_QUEUE_URL: z.optional(text),
  UNDELIVERED_ANSWERS_QUEUE_URL: z.optional(text),
  ALARM_FAILURES_QUEUE_URL: z.optional(text),
  UNDELIVERED_ALARMS_QUEUE_URL: z.optional(text),
  GUARDIAN_FAILURES_QUEUE_URL: z.optional(text),
  ANSWERS_OF_OTHER_CELL_QUEUE_URL: z.optional(text),
  ORGANIZATION_EDITED_AT: z.optional(z.coerce.number()),
  SCREENS_URL: z.optional(text),
  VOICE_PARAMETER: z.optional(text),
  AWS_ENDPOINT_URL: z.optional(text),
});

/** The queues that a guardian reads, by what they hold. */
export interface FailureQueueUrls {
  /** Answers by SMS, and operators' acceptances of tasks. */
  readonly answerFailures: string | undefined;
  readonly undeliveredAnswers: string | undefined;
  /** Alarms that AWS itself sent. */
  readonly alarmFailures: string | undefined;
  readonly undeliveredAlarms: string | undefined;
  /** Starts of the guardian. */
  readonly guardianFailures: string | undefined;
  /** SMS to the other cell's number, for the case that it does not handle them. */
  readonly answersOfOtherCell: string | undefined;
}

/** What the stack tells a function about its own cell and the other one. */
export interface Settings {
  readonly region: string;
  readonly otherRegion: string;
  readonly tableName: string;
  /** The secret with the key that signs links to screens. */
  readonly linkKeyName: string;
  readonly stateMachineArn: string;
  readonly otherStateMachineArn: string;
  /** The workflow that pages without the table. */
  readonly pageWithoutTableArn: string;
  readonly otherPageWithoutTableArn: string;
  readonly organizationBucket: string;
  readonly otherOrganizationBucket: string;
  /**
   * The queues of events that a function failed at, or that could not be delivered to it. Only the guardian has them.
   */
  readonly failureQueueUrls: FailureQueueUrls;
  /**
   * When the organization in the bundle was edited, epoch milliseconds. Only the guardian has it, which publishes the
   * organization.
   */
  readonly organizationEditedAt: number | undefined;
  /** The address below which the cell's screens are. Only functions that send links without a request have it. */
  readonly screensUrl: string | undefined;
  /**
   * The parameter that says how to call and to ask through the own region. Only functions that call people have it.
   */
  readonly voiceParameterName: string | undefined;
  /** The endpoint for the objects in S3. The SDK's clients use the same variable. */
  readonly endpointUrl: string | undefined;
}

/**
 * Reads the settings once, at cold start. Throws with the names of missing ones, so that the first smoke test shows
 * them.
 */
export function readSettings(): Settings {
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) {
    const missing = parsed.error.issues.map(({ path }) => path.join('.'));
    throw new Error(`the function's environment lacks ${missing.join(', ')}`);
  }
  const variables = parsed.data;
  return {
    region: variables.AWS_REGION,
    otherRegion: variables.OTHER_REGION,
    tableName: variables.TABLE_NAME,
    linkKeyName: variables.LINK_KEY,
    stateMachineArn: variables.STATE_MACHINE_ARN,
    otherStateMachineArn: variables.OTHER_STATE_MACHINE_ARN,
    pageWithoutTableArn: variables.PAGE_WITHOUT_TABLE_ARN,
    otherPageWithoutTableArn: variables.OTHER_PAGE_WITHOUT_TABLE_ARN,
    organizationBucket: variables.ORGANIZATION_BUCKET,
    otherOrganizationBucket: variables.OTHER_ORGANIZATION_BUCKET,
    failureQueueUrls: {
      answerFailures: variables.ANSWER_FAILURES_QUEUE_URL,
      undeliveredAnswers: variables.UNDELIVERED_ANSWERS_QUEUE_URL,
      alarmFailures: variables.ALARM_FAILURES_QUEUE_URL,
      undeliveredAlarms: variables.UNDELIVERED_ALARMS_QUEUE_URL,
      guardianFailures: variables.GUARDIAN_FAILURES_QUEUE_URL,
      answersOfOtherCell: variables.ANSWERS_OF_OTHER_CELL_QUEUE_URL,
    },
    organizationEditedAt: variables.ORGANIZATION_EDITED_AT,
    screensUrl: variables.SCREENS_URL,
    voiceParameterName: variables.VOICE_PARAMETER,
    endpointUrl: variables.AWS_ENDPOINT_URL,
  };
}

import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/** The failure queues of a cell, all of which its guardian reads. */
export interface FailureQueues {
  /** What people answered, and the function `answer` failed at. */
  readonly answers: IQueue;
  /** What people answered, and SNS or EventBridge could not hand over. */
  readonly undeliveredAnswers: IQueue;
  /** Alarms from AWS itself that the intake failed at. */
  readonly alarms: IQueue;
  /** Those that SNS or EventBridge could not hand over. */
  readonly undeliveredAlarms: IQueue;
  /** Starts of the guardian that did not come about, or failed. */
  readonly guardian: IQueue;
}

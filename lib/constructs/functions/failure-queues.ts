import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/** The failure queues of a cell. Its guardian reads all of them. */
export interface FailureQueues {
  /** Answers that the function `answer` failed at. */
  readonly answers: IQueue;
  /** Answers that SNS or EventBridge could not deliver. */
  readonly undeliveredAnswers: IQueue;
  /** Alarms from AWS itself that the intake failed at. */
  readonly alarms: IQueue;
  /** Alarms that SNS or EventBridge could not deliver. */
  readonly undeliveredAlarms: IQueue;
  /** Starts of the guardian that could not be delivered, or failed. */
  readonly guardian: IQueue;
}

import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/** The queues that a cell's guardian reads. All but the last hold failures. */
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
  /** SMS to the other cell's number. The guardian handles those that the other cell has not handled in time. */
  readonly answersOfOtherCell: IQueue;
}

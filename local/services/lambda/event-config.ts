import type { Resource } from '../../template/resource.ts';
import { knownProperties, numberOf, onlyKnown, textOf } from '../wire/properties.ts';

/** What Lambda does with asynchronous events on which a function fails. */
export interface EventConfig {
  /** The number of attempts after the first one. */
  readonly retries: number;
  readonly maximumAgeMs: number;
  /** The queue for events that failed for good. */
  readonly onFailure?: string;
}

/** Source: Lambda developer guide, how Lambda handles errors and retries with asynchronous invocation. */
export const defaultEventConfig: EventConfig = { retries: 2, maximumAgeMs: 6 * 3600 * 1000 };

const known = [
  'FunctionName',
  'Qualifier',
  'DestinationConfig',
  'MaximumEventAgeInSeconds',
  'MaximumRetryAttempts',
];

/** Reads an `AWS::Lambda::EventInvokeConfig`. */
export function eventConfig(resource: Resource): {
  readonly functionName: string;
  readonly config: EventConfig;
} {
  const properties = knownProperties(resource, known);
  if (textOf(properties, 'Qualifier') !== '$LATEST') throw new Error('Qualifier: only $LATEST is known here');
  const onFailure = destination(properties['DestinationConfig']);
  return {
    functionName: textOf(properties, 'FunctionName'),
    config: {
      retries: numberOf(properties, 'MaximumRetryAttempts', defaultEventConfig.retries),
      maximumAgeMs:
        numberOf(properties, 'MaximumEventAgeInSeconds', defaultEventConfig.maximumAgeMs / 1000) * 1000,
      ...(onFailure !== undefined && { onFailure }),
    },
  };
}

function destination(config: unknown): string | undefined {
  if (config === undefined) return undefined;
  const { OnFailure } = onlyKnown(config, ['OnFailure']);
  if (OnFailure === undefined) return undefined;
  const arn = textOf(onlyKnown(OnFailure, ['Destination']), 'Destination');
  if (!arn.startsWith('arn:aws:sqs:')) throw new Error(`OnFailure: only queues are known here, got ${arn}`);
  return arn;
}

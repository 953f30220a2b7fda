import type { Functions, InvocationOutcome } from '../../kernel/parts.ts';
import type { Caller } from '../../kernel/service.ts';
import type { Clock } from '../../time/clock.ts';
import { numberOf, onlyKnown, textOf } from '../wire/properties.ts';

/** A Lambda function behind a method. It gets the whole request and gives the whole answer. */
export interface ProxyIntegration {
  readonly functionArn: string;
  readonly timeoutMilliseconds: number;
}

/** The longest time that a regional API waits, unless AWS has raised the quota. Source: API Gateway quotas. */
export const longestIntegrationMilliseconds = 29_000;

const invocationUri =
  /^arn:aws:apigateway:[^:]+:lambda:path\/2015-03-31\/functions\/(?<functionArn>arn:aws:lambda:[^/]+)\/invocations$/;

/** Reads the Integration of a method. Throws for any but the Lambda proxy integration. */
export function readIntegration(value: unknown): ProxyIntegration {
  const properties = onlyKnown(value, ['IntegrationHttpMethod', 'TimeoutInMillis', 'Type', 'Uri']);
  const type = textOf(properties, 'Type');
  if (type !== 'AWS_PROXY') throw new Error(`integrations of type ${type} are not known here`);
  if (textOf(properties, 'IntegrationHttpMethod') !== 'POST') {
    throw new Error(`functions are invoked by POST`);
  }
  const uri = textOf(properties, 'Uri');
  const functionArn = invocationUri.exec(uri)?.groups?.['functionArn'];
  if (functionArn === undefined) throw new Error(`the Uri invokes no function: ${uri}`);

  const timeoutMilliseconds = numberOf(properties, 'TimeoutInMillis', longestIntegrationMilliseconds);
  if (timeoutMilliseconds > longestIntegrationMilliseconds) {
    throw new Error(`TimeoutInMillis is at most ${longestIntegrationMilliseconds}`);
  }
  return { functionArn, timeoutMilliseconds };
}

/** How an invocation ended for the gateway, which waits for a limited time. */
export type IntegrationOutcome = InvocationOutcome | { readonly kind: 'timed out' };

/** Waits for the function, at most until the integration's time-out. A later answer is lost. */
export async function invokeInTime(
  { functions, clock }: { readonly functions: Functions; readonly clock: Clock },
  { functionArn, timeoutMilliseconds }: ProxyIntegration,
  event: unknown,
  caller: Caller,
): Promise<IntegrationOutcome> {
  const { promise: late, resolve: giveUp } = withResolvers<IntegrationOutcome>();
  const timer = clock.at(clock.now() + timeoutMilliseconds, `API time-out of ${functionArn}`, () =>
    giveUp({ kind: 'timed out' }),
  );
  try {
    return await Promise.race([functions.invoke(functionArn, event, caller), late]);
  } finally {
    clock.cancel(timer);
  }
}

function withResolvers<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

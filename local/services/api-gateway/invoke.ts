import type { Functions, InvocationOutcome } from '../../kernel/parts.ts';
import type { Caller } from '../../kernel/service.ts';
import type { Clock } from '../../time/clock.ts';
import type { ProxyIntegration } from './integration.ts';

/** What became of an invocation, seen from the gateway, which does not wait for ever. */
export type IntegrationOutcome = InvocationOutcome | { readonly kind: 'timed out' };

/** Waits for the function, but no longer than the integration's time-out. What it answers later is lost. */
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

import { connectMs } from '../../domain/timeouts.ts';

/**
 * A client's settings where another path exists: one attempt, and soon an error instead of a long wait.
 *
 * Without `throwOnRequestTimeout` the SDK only warns. Source: @smithy/types, NodeHttpHandlerOptions.
 */
export function failFast(requestTimeout: number) {
  return {
    maxAttempts: 1,
    requestHandler: { connectionTimeout: connectMs, requestTimeout, throwOnRequestTimeout: true },
  } as const;
}

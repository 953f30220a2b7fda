import { connectMs } from '../../domain/timeouts.ts';

/**
 * The settings of a client that has an alternative: one attempt, and an error soon instead of a long wait.
 *
 * Without `throwOnRequestTimeout` the SDK only warns. Source: @smithy/types, NodeHttpHandlerOptions.
 */
export function failFast(requestTimeout: number) {
  return {
    maxAttempts: 1,
    requestHandler: { connectionTimeout: connectMs, requestTimeout, throwOnRequestTimeout: true },
  } as const;
}

import type { FunctionSpec } from './function-spec.ts';

/**
 * The environment of a function's thread: the variables of AWS, those of the template, and the address of the local
 * AWS.
 */
export function threadEnvironment(
  spec: FunctionSpec,
  url: string,
  accessKey: string,
): Record<string, string> {
  return {
    ...spec.environment,
    AWS_REGION: spec.region,
    AWS_DEFAULT_REGION: spec.region,
    AWS_LAMBDA_FUNCTION_NAME: spec.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${spec.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    LAMBDA_TASK_ROOT: spec.taskRoot,
    TZ: ':UTC',
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
    /**
     * The clock of the cloud differs from the host's. A client that corrects the difference would send calls twice.
     */
    AWS_DISABLE_CLOCK_SKEW_CORRECTION: 'true',
    NODE_NO_WARNINGS: '1',
  };
}

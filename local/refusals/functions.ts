import type { Authorizer } from '../kernel/parts.ts';
import { isRecord } from '../template/json.ts';
import type { Resource } from '../template/resource.ts';
import { type Checks, inRange, nameOf } from './check.ts';

/** Source: Lambda developer guide, "Lambda quotas": function time-out, memory, environment variables. */
const timeoutSeconds = { least: 1, most: 900 };
const memoryMb = { least: 128, most: 10_240 };
const maxEnvironmentBytes = 4096;

/**
 * The Node runtimes with which Lambda makes functions. From February 2027 on it makes none with Node 20. Source: Lambda
 * developer guide, "Lambda runtimes", as cfn-lint has it.
 */
const runtimes: readonly string[] = ['nodejs20.x', 'nodejs22.x', 'nodejs24.x'];

/** Source: Lambda developer guide, "Using Lambda environment variables", reserved environment variables. */
const reservedVariables: readonly string[] = [
  ...['_HANDLER', '_X_AMZN_TRACE_ID', 'AWS_DEFAULT_REGION', 'AWS_REGION', 'AWS_EXECUTION_ENV'],
  ...['AWS_LAMBDA_FUNCTION_NAME', 'AWS_LAMBDA_FUNCTION_MEMORY_SIZE', 'AWS_LAMBDA_FUNCTION_VERSION'],
  ...['AWS_LAMBDA_INITIALIZATION_TYPE', 'AWS_LAMBDA_LOG_GROUP_NAME', 'AWS_LAMBDA_LOG_STREAM_NAME'],
  ...['AWS_ACCESS_KEY', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'],
  ...['AWS_LAMBDA_RUNTIME_API', 'LAMBDA_TASK_ROOT', 'LAMBDA_RUNTIME_DIR'],
];

/**
 * The default concurrency of an account, and the part that AWS keeps for functions without a reservation. Source:
 * "Lambda quotas".
 */
const accountConcurrency = 1000;
const keptConcurrency = 100;

/** What Lambda refuses of a function, and of the destination of its failures. */
export function functionChecks(authorizer: Authorizer): Checks {
  const reserved = new Map<string, number>();
  const roles = new Map<string, string>();
  return {
    'AWS::Lambda::Function': [
      ({ properties }) => inRange(properties, 'Timeout', timeoutSeconds),
      ({ properties }) => inRange(properties, 'MemorySize', memoryMb),
      ({ properties }) => checkRuntime(properties['Runtime']),
      ({ properties }) => checkVariables(properties['Environment']),
      (resource) => checkConcurrency(reserved, resource),
      (resource) =>
        void roles.set(
          `${resource.region}/${nameOf(resource, 'FunctionName')}`,
          String(resource.properties['Role']),
        ),
    ],
    'AWS::Lambda::EventInvokeConfig': [(resource) => checkOnFailure(authorizer, roles, resource)],
  };
}

function checkRuntime(runtime: unknown): void {
  if (typeof runtime === 'string' && runtimes.includes(runtime)) return;
  throw new Error(`Runtime must be one of ${runtimes.join(', ')}, got ${runtime}`);
}

function checkVariables(environment: unknown): void {
  const variables = isRecord(environment) ? environment['Variables'] : undefined;
  if (!isRecord(variables)) return;
  const names = Object.keys(variables);
  const reserved = names.filter((name) => reservedVariables.includes(name));
  if (reserved.length > 0)
    throw new Error(`Environment: Lambda sets these itself, and takes no value: ${reserved.join(', ')}`);
  const wrong = names.filter((name) => !/^[a-zA-Z]\w+$/.test(name));
  if (wrong.length > 0)
    throw new Error(`Environment: names must be a letter and then letters, digits or _: ${wrong.join(', ')}`);
  const bytes = Buffer.byteLength(JSON.stringify(variables)); // AWS measures the JSON, as its refusal shows
  if (bytes > maxEnvironmentBytes)
    throw new Error(`Environment may have ${maxEnvironmentBytes} bytes in all, got ${bytes}`);
}

function checkConcurrency(reserved: Map<string, number>, { region, properties }: Resource): void {
  const wanted = properties['ReservedConcurrentExecutions'];
  if (wanted === undefined) return;
  const all = (reserved.get(region) ?? 0) + Number(wanted);
  const most = accountConcurrency - keptConcurrency;
  if (all > most)
    throw new Error(`ReservedConcurrentExecutions: an account may reserve ${most} in a region, got ${all}`);
  reserved.set(region, all);
}

/**
 * The function's role must be allowed to send there. Source: Lambda developer guide, "Capturing records of Lambda
 * asynchronous invocations", permissions for destinations.
 */
function checkOnFailure(
  authorizer: Authorizer,
  roles: ReadonlyMap<string, string>,
  { region, properties }: Resource,
): void {
  const config = properties['DestinationConfig'];
  const onFailure = isRecord(config) ? config['OnFailure'] : undefined;
  if (!isRecord(onFailure)) return;
  const name = String(properties['FunctionName']);
  const roleArn = roles.get(`${region}/${name}`);
  if (roleArn === undefined) throw new Error(`FunctionName: there is no function ${name} in ${region}`);
  const caller = { kind: 'role', roleArn, sessionName: name, region } as const;
  const refusal = authorizer.refusal(caller, {
    action: 'sqs:SendMessage',
    resource: String(onFailure['Destination']),
  });
  if (refusal !== undefined)
    throw new Error(`the role of ${name} may not send to its on-failure destination: ${refusal}`);
}

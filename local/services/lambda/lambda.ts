/** AWS Lambda: the functions of the templates, which run in worker threads. */

import { type Account, accountOf } from '../../account/account.ts';
import { callerName, type Trace } from '../../faults/trace.ts';
import type { Functions, InvocationOutcome, Parts } from '../../kernel/parts.ts';
import type { Caller, CloudService } from '../../kernel/service.ts';
import type { Visits } from '../../kernel/visits.ts';
import type { Resource } from '../../template/resource.ts';
import { uuid } from '../wire/uuid.ts';
import { type Attempt, acceptEvent } from './async-events.ts';
import { defaultEventConfig, type EventConfig, eventConfig } from './event-config.ts';
import type { FunctionPool } from './function-pool.ts';
import { type FunctionSpec, functionSpec } from './function-spec.ts';
import { lambdaApi } from './operations.ts';

/** AWS Lambda: the functions of the templates, and their invocations. */
export interface LambdaService extends CloudService {
  readonly functions: Functions;
  /** The names of the functions. A function that both regions have counts once. */
  names(): readonly string[];
}

/** The longest time that a caller waits for a function. Source: Lambda quotas, function time-out. */
const longestInvocationMs = 900_000;

export function lambdaService(
  parts: Parts,
  pool: FunctionPool,
  trace: Trace,
  account: Account = accountOf(),
): LambdaService {
  const specs = new Map<string, FunctionSpec>();
  const configs = new Map<string, EventConfig>();
  const run = async (spec: FunctionSpec, payload: unknown, caller: Caller): Promise<InvocationOutcome> => {
    const call = { service: 'lambda', operation: `Invoke ${spec.name}`, region: spec.region };
    const end = trace.begin({ ...call, caller: callerName(caller) });
    parts.visits.enter({ kind: 'function', name: spec.name });
    const outcome = await pool.run(spec, payload);
    end(outcome.kind === 'returned' ? 'answered' : outcome.error);
    return outcome;
  };
  const found = (arn: string): FunctionSpec | undefined => specs.get(arn.replace(/:\$LATEST$/, ''));
  return {
    aws: lambdaApi(parts, account, specs),
    names: () => [...new Set([...specs.values()].map(({ name }) => name))],
    resourceTypes: {
      'AWS::Lambda::Function': (resource) => provisionFunction(specs, parts.visits, resource),
      'AWS::Lambda::EventInvokeConfig': (resource) => provisionConfig(configs, resource),
    },
    functions: {
      async invoke(arn, payload, caller) {
        const spec = found(arn);
        if (spec === undefined) return failed('ResourceNotFoundException', `Function not found: ${arn}`);
        const refusal = parts.authorizer.refusal(caller, {
          action: 'lambda:InvokeFunction',
          resource: spec.arn,
        });
        if (refusal !== undefined) return failed('AccessDeniedException', refusal);
        const mode = faultOf(parts, spec, caller);
        if (mode === 'refuse') return failed('ServiceException', `Lambda in ${spec.region} refuses`);
        if (mode === 'throttle') return failed('TooManyRequestsException', 'Rate Exceeded.');
        if (mode === 'hang' || mode === 'drop') return hang(parts, spec);
        return run(spec, payload, caller);
      },
      enqueue(arn, payload, caller) {
        const spec = found(arn);
        if (spec === undefined)
          throw new Error(`${callerName(caller)} sends an event to ${arn}, which is no function`);
        const refusal = parts.authorizer.refusal(caller, {
          action: 'lambda:InvokeFunction',
          resource: spec.arn,
        });
        if (refusal !== undefined) return parts.tell(`An event for ${spec.name} is lost: ${refusal}`);
        if (faultOf(parts, spec, caller) === 'drop')
          return parts.tell(`An event for ${spec.name} is dropped`);
        const attempt = async (): Promise<Attempt> => {
          const mode = faultOf(parts, spec, caller);
          return mode === undefined ? run(spec, payload, caller) : { kind: 'turnedAway', error: mode };
        };
        const configOf = () => configs.get(`${spec.region}/${spec.name}`) ?? defaultEventConfig;
        acceptEvent({ ...parts, attempt, configOf, requestId: () => uuid(parts.random) }, spec, payload);
      },
    },
  };
}

function provisionFunction(specs: Map<string, FunctionSpec>, visits: Visits, resource: Resource) {
  const spec = functionSpec(resource);
  if (specs.has(spec.arn)) throw new Error(`there is a function ${spec.arn} already`);
  specs.set(spec.arn, spec);
  visits.expect([{ kind: 'function', name: spec.name }]);
  return { ref: spec.name, attributes: { Arn: spec.arn } };
}

function provisionConfig(configs: Map<string, EventConfig>, resource: Resource) {
  const { functionName, config } = eventConfig(resource);
  configs.set(`${resource.region}/${functionName}`, config);
  return { ref: `${functionName}-${resource.logicalId}`, attributes: {} };
}

function faultOf({ faults }: Parts, { region }: FunctionSpec, caller: Caller) {
  return faults.mode('functions', { from: regionOf(caller) ?? region, to: region });
}

function regionOf(caller: Caller): string | undefined {
  if (caller.kind === 'account') return undefined;
  return caller.kind === 'role' ? caller.region : caller.sourceArn.split(':')[3];
}

function failed(error: string, message: string): InvocationOutcome {
  return { kind: 'failed', error, message };
}

/** An invocation that hangs fails after the longest time that a caller waits. */
function hang({ clock }: Parts, { name, region }: FunctionSpec): Promise<InvocationOutcome> {
  const outcome = failed('ServiceException', `Lambda in ${region} did not answer`);
  return new Promise((resolve) => {
    clock.at(clock.now() + longestInvocationMs, `an invocation of ${name} that hangs`, () =>
      resolve(outcome),
    );
  });
}

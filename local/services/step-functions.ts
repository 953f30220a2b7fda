import type { Parts } from '../kernel/parts.ts';
import type { AwsCall, CloudService } from '../kernel/service.ts';
import type { ExecutionStatus } from './step-functions/execution.ts';
import { executionStore } from './step-functions/executions.ts';
import { machineStore } from './step-functions/machines.ts';
import { executionOperations } from './step-functions/operations/execution-operations.ts';
import { machineOperations } from './step-functions/operations/machine-operations.ts';
import type { Operation, Operations } from './step-functions/operations/operation.ts';
import { taskOperations } from './step-functions/operations/task-operations.ts';
import { stateMachineResource } from './step-functions/state-machine-resource.ts';
import { tokenBook } from './step-functions/tokens.ts';
import { documentOf, jsonAnswer, jsonFailure, onlyMembers, targetOperation } from './wire/json-protocol.ts';

/** An execution as `GET /local/state` shows it. */
export interface ExecutionView {
  readonly arn: string;
  readonly region: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  /** The latest state; empty before the first. */
  readonly state: string;
}

/** The service, and its executions for `/local/state`. */
export interface StepFunctionsService extends CloudService {
  /** All executions since the start, oldest first. */
  executions(): readonly ExecutionView[];
}

/** AWS Step Functions: standard workflows in JSONata. */
export function stepFunctionsService(parts: Parts): StepFunctionsService {
  const machines = machineStore(parts);
  const tokens = tokenBook(() => parts.random());
  const executions = executionStore(parts, tokens);
  const operations: Operations = {
    ...machineOperations(machines, parts),
    ...executionOperations(machines, executions, parts),
    ...taskOperations(tokens),
  };
  const operationOf = (call: AwsCall) => targetOperation(call, Object.keys(operations));
  return {
    resourceTypes: { 'AWS::StepFunctions::StateMachine': stateMachineResource(machines, parts.visits) },
    executions: () => executions.all().map(viewOf),
    aws: {
      signingName: 'states',
      operation: operationOf,
      fault: () => 'workflow',
      permissions: (call) => find(operations, operationOf(call)).permissions(documentOf(call), call.region),
      async perform(call, { drop }) {
        const name = operationOf(call);
        const operation = find(operations, name);
        const document = documentOf(call);
        onlyMembers(document, operation.members, name);
        return jsonAnswer(operation.perform({ document, region: call.region, drop }));
      },
      failure: (_call, error) => jsonFailure(error, 'com.amazonaws.swf.service.v2.model'),
    },
  };
}

function find(operations: Operations, name: string): Operation {
  const operation = operations[name];
  if (operation === undefined) throw new Error(`The local cloud does not know states:${name}`);
  return operation;
}

function viewOf(execution: ReturnType<ReturnType<typeof executionStore>['all']>[number]): ExecutionView {
  const { arn, name, status, state, machine } = execution;
  return { arn, region: machine.region, name, status, state };
}

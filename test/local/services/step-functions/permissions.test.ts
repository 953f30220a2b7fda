import { describe, expect, test } from '@jest/globals';
import { account, machine, region, roleArn, workflows } from './workflow-parts.ts';

describe('the permissions that a call needs', () => {
  const executionArn = `arn:aws:states:${region}:${account}:execution:trial:one`;

  test.each([
    ['StartExecution', { stateMachineArn: machine }, machine],
    ['ListExecutions', { stateMachineArn: machine }, machine],
    ['DescribeStateMachine', { stateMachineArn: machine }, machine],
    ['DescribeExecution', { executionArn }, executionArn],
    ['GetExecutionHistory', { executionArn }, executionArn],
    ['StopExecution', { executionArn }, executionArn],
    ['SendTaskSuccess', { taskToken: 'x' }, '*'],
    ['SendTaskFailure', { taskToken: 'x' }, '*'],
    ['SendTaskHeartbeat', { taskToken: 'x' }, '*'],
  ])('%s', (operation, document, resource) => {
    expect(workflows().permissions(operation, document)).toEqual([
      { action: `states:${operation}`, resource },
    ]);
  });

  test('CreateStateMachine needs a permission to pass the role', () => {
    expect(workflows().permissions('CreateStateMachine', { name: 'trial', roleArn })).toEqual([
      { action: 'states:CreateStateMachine', resource: machine },
      {
        action: 'iam:PassRole',
        resource: roleArn,
        context: { 'iam:PassedToService': 'states.amazonaws.com' },
      },
    ]);
  });
});

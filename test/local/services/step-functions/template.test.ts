import { describe, expect, test } from '@jest/globals';
import { account, machine, region, roleArn, start, stepArn, workflows } from './workflow-parts.ts';

const Resource = 'arn:aws:states:::lambda:invoke';

describe('a machine of a template', () => {
  const provision = (properties: object) => {
    const cloud = workflows();
    const resource = {
      logicalId: 'Escalation',
      type: 'AWS::StepFunctions::StateMachine',
      stackName: 'cell',
      region,
      account,
      properties: { RoleArn: roleArn, ...properties },
      assetPath: () => '',
    };
    const provisioned = cloud.service.resourceTypes['AWS::StepFunctions::StateMachine']?.(resource);
    return { cloud, provisioned };
  };
  const DefinitionString = JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'Step',
    States: { Step: { Type: 'Task', Resource, Arguments: { FunctionName: `\${StepArn}` }, End: true } },
  });

  test('runs, its placeholders replaced', async () => {
    const { cloud, provisioned } = provision({
      StateMachineName: 'trial',
      StateMachineType: 'STANDARD',
      DefinitionString,
      DefinitionSubstitutions: { StepArn: stepArn },
      LoggingConfiguration: { Level: 'ERROR' },
      TracingConfiguration: { Enabled: true },
      Tags: [],
    });

    await start(cloud, 'one');

    expect(provisioned).toMatchObject({ ref: machine, attributes: { Arn: machine, Name: 'trial' } });
    expect(cloud.invocations).toMatchObject([{ functionArn: stepArn }]);
  });

  test.each([
    [
      'an unknown property',
      { DefinitionString: '{}', EncryptionConfiguration: {} },
      /EncryptionConfiguration/,
    ],
    ['an express machine', { DefinitionString: '{}', StateMachineType: 'EXPRESS' }, /EXPRESS/],
    ['a placeholder without a value', { DefinitionString }, /StepArn/],
    ['a definition with mistakes', { DefinitionString: '{}' }, /StartAt/],
  ])('is refused with %s', (_, properties, problem) => {
    expect(() => provision(properties)).toThrow(problem);
  });
});

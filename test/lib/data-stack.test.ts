import { describe, expect, test } from '@jest/globals';
import { resourcesOf, synthesize, type TemplateResource } from './synthesized.ts';

const { data } = synthesize();

function table(): TemplateResource {
  const [found] = resourcesOf(data, 'AWS::DynamoDB::GlobalTable');
  if (found === undefined) throw new Error('there is no table');
  return found[1];
}

const replicas = () => table().Properties['Replicas'] as Record<string, unknown>[];

describe('the table of incidents', () => {
  test('is the same in both regions at once, with a witness in a third', () => {
    expect(table().Properties).toMatchObject({
      TableName: 'permanence-incidents',
      MultiRegionConsistency: 'STRONG',
      GlobalTableWitnesses: [{ Region: 'eu-west-1' }],
    });
    expect(replicas().map(({ Region }) => Region)).toEqual(
      expect.arrayContaining(['eu-central-1', 'eu-west-2']),
    );
  });

  test('stays when its stack goes, and can be brought back to any second of the past weeks', () => {
    expect(table().DeletionPolicy).toBe('RetainExceptOnCreate');
    expect(replicas()).toEqual(
      replicas().map(() =>
        expect.objectContaining({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ),
    );
  });

  test('shows what is due, and only its keys', () => {
    expect(table().Properties['GlobalSecondaryIndexes']).toEqual([
      {
        IndexName: 'due',
        KeySchema: [
          { AttributeName: 'dueBucket', KeyType: 'HASH' },
          { AttributeName: 'deadline', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ]);
  });

  test('asks nothing that a strongly consistent table cannot do', () => {
    expect(Object.keys(table().Properties)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/TimeToLive|LocalSecondaryIndexes/)]),
    );
  });

  test('costs nothing while nothing happens', () => {
    expect(table().Properties).toMatchObject({ BillingMode: 'PAY_PER_REQUEST' });
  });
});

describe('the key of the links', () => {
  test('is made by AWS, is the same in both regions, and stays when its stack goes', () => {
    const [[, secret] = []] = resourcesOf(data, 'AWS::SecretsManager::Secret');

    expect(secret?.DeletionPolicy).toBe('RetainExceptOnCreate');
    expect(secret?.Properties).toMatchObject({
      Name: 'permanence-link-key',
      GenerateSecretString: { PasswordLength: 64 },
      ReplicaRegions: [{ Region: 'eu-west-2' }],
    });
  });
});

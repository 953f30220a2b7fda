import { describe, expect, test } from '@jest/globals';
import type { AwsCall } from '../../../local/kernel/service.ts';
import { secretsManagerService } from '../../../local/services/secrets-manager.ts';
import { resource, stage } from './stage.ts';

const service = secretsManagerService(stage().parts);
const provisioned = service.resourceTypes['AWS::SecretsManager::Secret']?.(
  resource('AWS::SecretsManager::Secret', {
    Name: 'links',
    GenerateSecretString: {
      SecretStringTemplate: '{"previous":""}',
      GenerateStringKey: 'current',
      PasswordLength: 40,
    },
    ReplicaRegions: [{ Region: 'eu-west-2' }],
  }),
);

function callOf(SecretId: string, region: string): AwsCall {
  return {
    service: 'secretsmanager',
    region,
    caller: { kind: 'account' },
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': 'secretsmanager.GetSecretValue' },
    body: Buffer.from(JSON.stringify({ SecretId })),
  };
}

async function secretIn(SecretId: string, region: string) {
  const answer = await service.aws?.perform(callOf(SecretId, region), { drop: false });
  return JSON.parse(String(answer?.body));
}

describe('a secret', () => {
  test('is generated from its template', async () => {
    const { SecretString } = await secretIn('links', 'eu-central-1');

    expect(JSON.parse(SecretString)).toEqual({ previous: '', current: expect.stringMatching(/^\w{40}$/) });
  });

  test('is the same in each region with a replica', async () => {
    const [own, replica] = await Promise.all([
      secretIn('links', 'eu-central-1'),
      secretIn('links', 'eu-west-2'),
    ]);

    expect(replica.SecretString).toBe(own.SecretString);
    expect(replica.ARN).toBe(own.ARN.replace('eu-central-1', 'eu-west-2'));
    expect(own.ARN).toBe(provisioned?.ref);
  });

  test('is not found in a region without a replica', async () => {
    await expect(secretIn('links', 'eu-west-1')).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  });

  test('needs a permission for its whole ARN', () => {
    expect(service.aws?.permissions(callOf('links', 'eu-central-1'))).toEqual([
      { action: 'secretsmanager:GetSecretValue', resource: provisioned?.ref },
    ]);
  });
});

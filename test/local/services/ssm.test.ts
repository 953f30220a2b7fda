import { describe, expect, test } from '@jest/globals';
import type { AwsCall } from '../../../local/kernel/service.ts';
import { ssmService } from '../../../local/services/ssm.ts';
import { resource, stage } from './stage.ts';

const service = ssmService(stage().parts);
const type = 'AWS::SSM::Parameter';
const make = service.resourceTypes[type];
const voice = { Name: 'permanence-voice', Type: 'String', Value: '{"sourceNumber":"+442079460000"}' };
make?.(resource(type, voice));

function callOf(document: object, region = 'eu-central-1'): AwsCall {
  return {
    service: 'ssm',
    region,
    caller: { kind: 'account' },
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': 'AmazonSSM.GetParameter' },
    body: Buffer.from(JSON.stringify(document)),
  };
}

const read = (document: object, region?: string) =>
  service.aws?.perform(callOf(document, region), { drop: false });

describe('a parameter', () => {
  test('has the value of its template', async () => {
    const answer = await read({ Name: voice.Name });

    expect(JSON.parse(String(answer?.body)).Parameter).toMatchObject({
      ARN: 'arn:aws:ssm:eu-central-1:000000000000:parameter/permanence-voice',
      Type: 'String',
      Value: voice.Value,
    });
  });

  test('is found only in its own region', async () => {
    await expect(read({ Name: voice.Name }, 'eu-west-2')).rejects.toMatchObject({
      code: 'ParameterNotFound',
    });
  });

  test('needs the permission on its ARN', () => {
    expect(service.aws?.permissions(callOf({ Name: voice.Name }))).toEqual([
      {
        action: 'ssm:GetParameter',
        resource: 'arn:aws:ssm:eu-central-1:000000000000:parameter/permanence-voice',
      },
    ]);
  });

  test.each([
    ['that exists already', voice, 'already'],
    [
      'that is a secret, which CloudFormation cannot make',
      { ...voice, Type: 'SecureString' },
      'SecureString',
    ],
    ['over 4 kB', { ...voice, Name: 'long', Value: 'x'.repeat(4097) }, '4096 bytes, got 4097'],
  ])('%s is refused', (_what, properties, message) => {
    expect(() => make?.(resource(type, properties))).toThrow(message);
  });

  test('refuses unknown members of a request', async () => {
    await expect(read({ Name: voice.Name, WithDecryption: true })).rejects.toThrow('WithDecryption');
  });
});

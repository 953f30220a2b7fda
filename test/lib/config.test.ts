import { describe, expect, test } from '@jest/globals';
import { deploymentConfig } from '../../lib/config.ts';
import { configErrors } from '../../lib/config-errors.ts';
import type { DeploymentConfig } from '../../lib/deployment-config.ts';
import { production } from './synthesized.ts';

const newInstance = { kind: 'new', alias: 'permanence', countryCode: 'GB' } as const;
const existingInstance = {
  kind: 'existing',
  instanceArn: 'arn:aws:connect:eu-central-1:123456789012:instance/12345678-1234-4234-8234-123456789012',
  sourceNumber: '+442079460000',
} as const;
const numberArn = 'arn:aws:sms-voice:eu-central-1:123456789012:phone-number/phone-0123456789abcdef';
const otherInstanceArn = existingInstance.instanceArn.replace('12345678-', '87654321-');
const queueOf = (instanceArn: string) => `${instanceArn}/queue/12345678-1234-4234-8234-123456789012`;

describe('the deployment configuration', () => {
  test('is found by the name of its environment', () => {
    expect(deploymentConfig('production')).toMatchObject({
      kind: 'found',
      config: { regions: ['eu-central-1', 'eu-west-2'], witness: 'eu-west-1' },
    });
  });

  test('of an environment that there is not is refused, and says which there are', () => {
    expect(deploymentConfig('staging')).toEqual({
      kind: 'rejected',
      errors: ['there is no environment staging: lib/config.ts has production'],
    });
  });

  test('of every environment can be deployed', () => {
    expect(configErrors(production())).toEqual([]);
  });

  test('takes an existing Connect instance with its queue, and without one', () => {
    const withQueue = { ...existingInstance, queueArn: queueOf(existingInstance.instanceArn) };
    for (const instance of [existingInstance, withQueue]) {
      expect(configErrors({ ...production(), connect: [instance, newInstance] })).toEqual([]);
    }
  });

  test.each<[string, Partial<DeploymentConfig>, string]>([
    [
      'both cells in one region',
      { regions: ['eu-west-2', 'eu-west-2'] },
      'the two cells must be in different regions, got eu-west-2 twice',
    ],
    [
      'a witness that has a cell',
      { witness: 'eu-west-2' },
      'the witness must be a third region, got eu-west-2, which has a cell',
    ],
    [
      'a region where no strongly consistent table can be',
      { regions: ['eu-central-1', 'eu-north-1'] },
      'a strongly consistent table needs its regions from eu-central-1, eu-west-1, eu-west-2, eu-west-3; got eu-north-1',
    ],
    [
      'a prefix that no bucket could have',
      { prefix: 'Permanence' },
      'prefix must be 2 to 21 of a-z, 0-9 and -, got Permanence',
    ],
    [
      'a country in words',
      { smsNumbers: [{ kind: 'existing' }, { kind: 'buy', isoCountryCode: 'Belgium' }] },
      'isoCountryCode must be two capitals such as CA, got Belgium',
    ],
    [
      'a number to be bought where AWS wants papers',
      { smsNumbers: [{ kind: 'existing' }, { kind: 'buy', isoCountryCode: 'GB' }] },
      'numbers of GB are sold after a registration that only people can hand in: order one, and say existing',
    ],
    [
      'a number that is none',
      { smsNumbers: [{ kind: 'existing', number: '0470 00 00 01' }, { kind: 'existing' }] },
      'number must be one such as +447700900123, got 0470 00 00 01',
    ],
    [
      'the number of another region',
      { smsNumbers: [{ kind: 'existing' }, { kind: 'existing', numberArn }] },
      `numberArn must be the ARN of a number of AWS End User Messaging in eu-west-2, got ${numberArn}`,
    ],
    [
      'a number by its id',
      { smsNumbers: [{ kind: 'existing', numberArn: 'phone-0123' }, { kind: 'existing' }] },
      'numberArn must be the ARN of a number of AWS End User Messaging in eu-central-1, got phone-0123',
    ],
    [
      'fewer guardians at once than there are',
      { reservedConcurrency: { step: 100, guardian: 2 } },
      'reservedConcurrency of guardian must be a whole number of at least 3, got 2',
    ],
    [
      'half an execution',
      { reservedConcurrency: { step: 0.5 } },
      'reservedConcurrency of step must be a whole number of at least 1, got 0.5',
    ],
    [
      'an alias that is too long with its region and account',
      { connect: [{ ...newInstance, alias: 'permanence-of-our-company' }, newInstance] },
      'alias must be 1 to 16 of a-z, 0-9 and -, got permanence-of-our-company',
    ],
    [
      'a number of a country in words',
      { connect: [newInstance, { ...newInstance, countryCode: 'Belgium' }] },
      'countryCode must be two capitals such as GB, got Belgium',
    ],
    [
      'the Connect instance of another region',
      { connect: [newInstance, existingInstance] },
      `instanceArn must be the ARN of an Amazon Connect instance in eu-west-2, got ${existingInstance.instanceArn}`,
    ],
    [
      'a caller’s number that is none',
      { connect: [{ ...existingInstance, sourceNumber: '02 888 00 00' }, newInstance] },
      'sourceNumber must be a number of the instance such as +442079460000, got 02 888 00 00',
    ],
    [
      'the queue of another instance',
      { connect: [{ ...existingInstance, queueArn: queueOf(otherInstanceArn) }, newInstance] },
      `queueArn must be the ARN of a queue of ${existingInstance.instanceArn}, got ${queueOf(otherInstanceArn)}`,
    ],
    [
      'a queue by its name',
      { connect: [{ ...existingInstance, queueArn: 'incidents' }, newInstance] },
      `queueArn must be the ARN of a queue of ${existingInstance.instanceArn}, got incidents`,
    ],
  ])('is refused with %s', (_what, change, error) => {
    expect(configErrors({ ...production(), ...change })).toEqual([error]);
  });
});

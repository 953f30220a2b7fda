import { describe, expect, test } from '@jest/globals';
import { errorsOf, exampleOrganization } from '../example-organization.ts';

/** The example's integration `aws`. */
const place = 'integrations[1].cloudwatch';

describe('an integration for the alarms of CloudWatch', () => {
  test('names the topics that may send alarms, and what an alarm without data is', () => {
    const { integrations } = exampleOrganization((o) => {
      o.integrations[1].cloudwatch.insufficientData = 'firing';
    });

    expect(integrations[1]).toMatchObject({
      name: 'aws',
      cloudwatch: {
        topics: expect.arrayContaining(['arn:aws:sns:*:111122223333:alarms']),
        insufficientData: 'firing',
      },
    });
  });

  test.each([
    ['any account', 'arn:aws:sns:*:*:alarms'],
    ['any topic of AWS', '*'],
    ['a queue', 'arn:aws:sqs:eu-central-1:111122223333:alarms'],
  ])('cannot have topics of %s: anybody could send alarms then', (_what, topic) => {
    const errors = errorsOf((o) => {
      o.integrations[1].cloudwatch.topics = [topic];
    });

    expect(errors).toEqual([
      { place: `${place}.topics[0]`, message: expect.stringMatching(/^must be the ARN of a topic of SNS/) },
    ]);
  });

  test('says what is allowed where it says something else', () => {
    const errors = errorsOf((o) => {
      o.integrations[1].cloudwatch = { topics: [], insufficientData: 'resolve' };
    });

    expect(errors.map((error) => error.place)).toEqual([`${place}.topics`, `${place}.insufficientData`]);
  });
});

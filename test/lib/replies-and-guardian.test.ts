import { describe, expect, test } from '@jest/globals';
import { resourcesOf, synthesize, type TemplateResource, textOf } from './synthesized.ts';

const { cellA } = synthesize();

const only = (type: string, template = cellA) => {
  const found = resourcesOf(template, type).filter(([, resource]) => !isForAlarms(resource));
  if (found.length !== 1) throw new Error(`there are ${found.length} of ${type}`);
  return found[0]?.[1].Properties ?? {};
};

/** Alarms have a topic of their own. */
function isForAlarms({ Type, Properties }: TemplateResource): boolean {
  return Type.startsWith('AWS::SNS::') && /AlarmsTopic|permanence-alarms/.test(JSON.stringify(Properties));
}

function failureConfigOf(name: string) {
  const all = resourcesOf(cellA, 'AWS::Lambda::EventInvokeConfig').map(([, { Properties }]) => Properties);
  return all.find(({ FunctionName }) => textOf(FunctionName).startsWith(`<Functions${name}`));
}

function queueNamed(name: string): string {
  const found = resourcesOf(cellA, 'AWS::SQS::Queue').find(
    ([, { Properties }]) => Properties['QueueName'] === name,
  );
  return `<${found?.[0]}.Arn>`;
}

describe('the number that people answer to', () => {
  test('hands what they write to the cell’s own topic', () => {
    expect(only('AWS::SMSVOICE::PhoneNumber')).toMatchObject({
      NumberType: 'LONG_CODE',
      NumberCapabilities: ['SMS'],
      TwoWay: { Enabled: true },
    });
    expect(only('AWS::SNS::Topic')).toMatchObject({ TopicName: 'permanence-replies' });
  });

  test('is not given back by mistake, and leaves it to us what STOP means', () => {
    expect(only('AWS::SMSVOICE::PhoneNumber')).toMatchObject({
      DeletionProtectionEnabled: true,
      SelfManagedOptOutsEnabled: true,
    });
  });

  test('is not bought where people ordered one themselves', () => {
    const ordered = synthesize({ config: { smsNumbers: [{ kind: 'existing' }, { kind: 'existing' }] } });

    expect(resourcesOf(ordered.cellA, 'AWS::SMSVOICE::PhoneNumber')).toEqual([]);
    expect(only('AWS::SNS::Subscription', ordered.cellA)).toMatchObject({ Protocol: 'lambda' });
  });

  test('may publish what people write, for this account alone', () => {
    const { PolicyDocument } = only('AWS::SNS::TopicPolicy') as {
      PolicyDocument: { Statement: { Effect: string }[] };
    };

    expect(PolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow')).toMatchObject([
      {
        Action: 'sns:Publish',
        Principal: { Service: 'sms-voice.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  });
});

describe('an answer', () => {
  test('that SNS cannot deliver is kept', () => {
    const { RedrivePolicy } = only('AWS::SNS::Subscription') as {
      RedrivePolicy: { deadLetterTargetArn: unknown };
    };

    expect(textOf(RedrivePolicy.deadLetterTargetArn)).toBe(queueNamed('permanence-replies-undelivered'));
  });

  test('that the function fails at is tried again twice, then kept for the guardian', () => {
    const config = failureConfigOf('Answer') as {
      DestinationConfig: { OnFailure: { Destination: unknown } };
    };

    expect(config).toMatchObject({ MaximumRetryAttempts: 2 });
    expect(textOf(config.DestinationConfig.OnFailure.Destination)).toBe(
      queueNamed('permanence-answer-failures'),
    );
  });
});

describe('the guardian', () => {
  test('is started each minute, on the minute', () => {
    expect(only('AWS::Scheduler::Schedule')).toMatchObject({
      Name: 'permanence-guardian',
      ScheduleExpression: 'rate(1 minute)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
    });
  });

  test('is not tried again when the next one is due, but its failure is kept', () => {
    const config = failureConfigOf('Guardian') as {
      DestinationConfig: { OnFailure: { Destination: unknown } };
    };
    const { Target } = only('AWS::Scheduler::Schedule') as { Target: { DeadLetterConfig: { Arn: unknown } } };

    expect(config).toMatchObject({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 });
    expect(textOf(config.DestinationConfig.OnFailure.Destination)).toBe(
      queueNamed('permanence-guardian-failures'),
    );
    expect(textOf(Target.DeadLetterConfig.Arn)).toBe(queueNamed('permanence-guardian-failures'));
  });

  test('can run twice at once: no limit of ours holds a second one back', () => {
    const limited = resourcesOf(cellA, 'AWS::Lambda::Function').filter(
      ([, { Properties }]) => 'ReservedConcurrentExecutions' in Properties,
    );

    expect(limited).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Template } from 'aws-cdk-lib/assertions';
import { checkPolicies } from '../../lib/stacks/permanence-stacks.ts';
import { placeStacks, resourcesOf, synthesize, type TemplateResource, textOf } from './synthesized.ts';

const { cellA } = synthesize();

const buying = { kind: 'buy', isoCountryCode: 'CA' } as const;

const bought = synthesize({ config: { smsNumbers: [buying, buying] } }).cellA;

const ordered = {
  kind: 'existing',
  number: '+447700900123',
  numberArn:
    'arn:aws:sms-voice:eu-central-1:111122223333:phone-number/phone-0123456789abcdef0123456789abcdef',
} as const;

const known = synthesize({ config: { smsNumbers: [ordered, { kind: 'existing' }] } }).cellA;

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

/** Whom the number's own policy lets send from it. */
const lentTo = (template: Template) => {
  const { ResourceArn, PolicyDocument } = only('AWS::SMSVOICE::ResourcePolicy', template) as {
    ResourceArn: unknown;
    PolicyDocument: { Statement: unknown[] };
  };
  return { number: textOf(ResourceArn), statements: PolicyDocument.Statement };
};

const sns = {
  Effect: 'Allow',
  Principal: { Service: 'sns.amazonaws.com' },
  Action: 'sms-voice:SendTextMessage',
  Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
};

describe('the number that people answer to', () => {
  test('is left to people by default: most countries sell none without papers, which CloudFormation cannot hand in', () => {
    const types = Object.values(cellA.toJSON()['Resources'] as Record<string, TemplateResource>).map(
      ({ Type }) => Type,
    );

    expect(types.filter((type) => type.startsWith('AWS::SMSVOICE::'))).toEqual([]);
    expect(cellA.toJSON()['Outputs']).not.toHaveProperty('SmsNumber');
    expect(only('AWS::SNS::Topic')).toMatchObject({ TopicName: 'permanence-replies' });
    expect(only('AWS::SNS::Subscription')).toMatchObject({ Protocol: 'lambda' });
  });

  test('that people ordered is shown once it is known, and SNS may send from it', () => {
    expect(known.toJSON()['Outputs']).toMatchObject({ SmsNumber: { Value: ordered.number } });
    expect(lentTo(known)).toMatchObject({
      number: ordered.numberArn,
      statements: [{ ...sns, Resource: ordered.numberArn }],
    });
    expect(resourcesOf(known, 'AWS::SMSVOICE::PhoneNumber')).toEqual([]);
  });

  test('that was bought hands what they write to the cell’s own topic, and SNS may send from it', () => {
    expect(only('AWS::SMSVOICE::PhoneNumber', bought)).toMatchObject({
      NumberType: 'LONG_CODE',
      NumberCapabilities: ['SMS'],
      TwoWay: { Enabled: true },
    });
    expect(bought.toJSON()['Outputs']).toHaveProperty('SmsNumber');
    expect(lentTo(bought)).toMatchObject({
      number: expect.stringMatching(/^<RepliesNumber\w+\.Arn>$/),
      statements: [sns],
    });
  });

  test('that was bought is not given back by mistake, and leaves it to us what STOP means', () => {
    expect(only('AWS::SMSVOICE::PhoneNumber', bought)).toMatchObject({
      DeletionProtectionEnabled: true,
      SelfManagedOptOutsEnabled: true,
    });
    expect(resourcesOf(bought, 'AWS::SMSVOICE::PhoneNumber')[0]?.[1].DeletionPolicy).toBe(
      'RetainExceptOnCreate',
    );
  });

  test('that was bought passes AWS’s recommendations', () => {
    const { app } = placeStacks({ config: { smsNumbers: [buying, ordered] } });
    checkPolicies(app);

    expect(() => app.synth()).not.toThrow();
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

  test('is started once all else is there: a first deployment that fails takes an empty bucket away again', () => {
    const [[, { DependsOn = [] }] = [undefined, {}]] = resourcesOf(cellA, 'AWS::Scheduler::Schedule');
    const types = DependsOn.map((id) => cellA.toJSON()['Resources'][id].Type);

    expect(types).toEqual(
      expect.arrayContaining([
        'AWS::ApiGateway::Stage',
        'AWS::SNS::Topic',
        'AWS::StepFunctions::StateMachine',
      ]),
    );
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

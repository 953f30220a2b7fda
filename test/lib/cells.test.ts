import { describe, expect, test } from '@jest/globals';
import type { Template } from 'aws-cdk-lib/assertions';
import { checkPolicies } from '../../lib/stacks/permanence-stacks.ts';
import {
  placeStacks,
  production,
  resourcesOf,
  synthesize,
  synthesizeAnew,
  type TemplateResource,
  textOf,
  without,
} from './synthesized.ts';

const { app, stacks, cellA, cellB, data, connects } = synthesizeAnew();
const [connectA, connectB] = connects as [Template, Template];

const stackTemplates = { data, cellA, cellB, connectA, connectB };

const templates = Object.entries(stackTemplates);

describe('what stays when a stack goes', () => {
  const kept = Object.values(stackTemplates).flatMap((template) =>
    Object.entries(template.toJSON()['Resources'] as Record<string, TemplateResource>).filter(
      ([, { DeletionPolicy = 'Delete' }]) => DeletionPolicy !== 'Delete',
    ),
  );
  const hasFixedName = ([, { Properties }]: (typeof kept)[number]) =>
    Object.keys(Properties ?? {}).some((name) => /(^|[a-z])Name$|^InstanceAlias$/.test(name));

  test('does not stay by its name when its first creation failed: the second attempt would fail on it', () => {
    expect(kept.filter(hasFixedName)).not.toEqual([]);
    for (const [, { DeletionPolicy, UpdateReplacePolicy }] of kept.filter(hasFixedName)) {
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['RetainExceptOnCreate', 'Retain']);
    }
  });

  test('is without a name that somebody would ask for again, where it stays always', () => {
    const always = kept.filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain');

    expect(always.map(([, { Type }]) => Type)).not.toContain('AWS::SecretsManager::Secret');
    expect(always.filter(hasFixedName)).toEqual([]);
  });
});

test('the stack of the table is not deleted by mistake', () => {
  expect(stacks[0]?.terminationProtection).toBe(true);
});

test('the stacks do as AWS recommends, or say in words why not', () => {
  const { app } = placeStacks();
  checkPolicies(app);

  expect(() => app.synth()).not.toThrow();
});

describe('a configuration that names no Amazon Connect', () => {
  const none = { kind: 'none' } as const;
  const withoutConnect = synthesize({ config: { connect: [none, none] } });

  test('has no Connect stack, and otherwise the same cells, which say so', () => {
    const { Outputs, ...cell } = withoutConnect.cellA.toJSON();
    const { Outputs: itsOutputs, ...itsCell } = cellA.toJSON();

    expect(withoutConnect.connects).toEqual([]);
    expect(withoutOwnIds(cell)).toEqual(withoutOwnIds(itsCell));
    expect(itsOutputs).not.toHaveProperty('Calls');
    expect(Outputs.Calls.Value).toBe(
      'none through eu-central-1: people are paged by SMS, and the contact center has the board',
    );
  });

  test('for one cell leaves that one alone without', () => {
    const [, other] = production().connect;
    const { stacks } = synthesizeAnew({ config: { connect: [none, other] } });

    expect(stacks.map(({ stackName }) => stackName)).toEqual([
      ...['permanence-data', 'permanence-cell-a', 'permanence-cell-b', 'permanence-connect-b'],
    ]);
  });

  test('does as AWS recommends', () => {
    const { app } = placeStacks({ config: { connect: [none, none] } });
    checkPolicies(app);

    expect(() => app.synth()).not.toThrow();
  });
});

describe('the two cells', () => {
  test.each([
    ['they', cellA, cellB],
    ['their Connect stacks', connectA, connectB],
  ])('%s are the same but for their regions', (_what, a, b) => {
    const swapped = JSON.stringify(b.toJSON())
      .replaceAll('eu-central-1', 'the region of cell a')
      .replaceAll('eu-west-2', 'eu-central-1')
      .replaceAll('the region of cell a', 'eu-west-2');

    const { RepliesOfOtherCellHere, RepliesOfThisCellThere, ...resources } = JSON.parse(swapped).Resources;
    const ofB = { ...JSON.parse(swapped), Resources: resources };
    expect(withoutOwnIds(ofB)).toEqual(withoutOwnIds(a.toJSON()));
    // SNS wants to see the topic: what connects the two comes with the second.
    expect([RepliesOfOtherCellHere, RepliesOfThisCellThere].every((one) => one !== undefined)).toBe(
      b === cellB,
    );
  });

  test('are deployed one after the other, and after the table; what calls people, last', () => {
    const before = Object.fromEntries(
      app
        .synth()
        .stacks.map(({ stackName, dependencies }) => [
          stackName,
          dependencies.map(({ id }) => id).filter((id) => !id.endsWith('.assets')),
        ]),
    );

    expect(before).toEqual({
      'permanence-data': [],
      'permanence-cell-a': ['permanence-data'],
      'permanence-cell-b': ['permanence-cell-a'],
      'permanence-connect-a': ['permanence-cell-b'],
      'permanence-connect-b': ['permanence-connect-a'],
    });
  });
});

describe.each(templates)('%s', (_name, template) => {
  test('neither exports anything nor imports it', () => {
    const outputs = Object.values(template.toJSON()['Outputs'] ?? {}) as Record<string, unknown>[];

    expect(outputs.filter((output) => 'Export' in output)).toEqual([]);
    expect(JSON.stringify(template.toJSON())).not.toContain('Fn::ImportValue');
  });

  test('has no custom resource, which would be a function of nobody', () => {
    const types = Object.values(template.toJSON()['Resources'] as Record<string, { Type: string }>).map(
      ({ Type }) => Type,
    );

    expect(types.filter((type) => /^Custom::|::CustomResource$/.test(type))).toEqual([]);
  });
});

describe('what a cell keeps', () => {
  test.each<[string, Template]>([
    ['AWS::S3::Bucket', cellA],
    ['AWS::Logs::LogGroup', cellA],
    ['AWS::Connect::Instance', connectA],
    ['AWS::Connect::HoursOfOperation', connectA],
    ['AWS::Connect::Queue', connectA],
    ['AWS::Connect::RoutingProfile', connectA],
  ])(
    '%s stays when the stack goes, and does not stand in the way of another try when its creation is rolled back',
    (type, template) => {
      const isKept = ({ DeletionPolicy, UpdateReplacePolicy }: TemplateResource) =>
        DeletionPolicy === 'RetainExceptOnCreate' && UpdateReplacePolicy === 'Retain';

      expect(resourcesOf(template, type)).not.toEqual([]);
      expect(without(template, type, isKept)).toEqual([]);
    },
  );

  test('its logs are kept for a year', () => {
    expect(
      without(cellA, 'AWS::Logs::LogGroup', ({ Properties }) => Properties['RetentionInDays'] === 365),
    ).toEqual([]);
  });

  test('its queues are encrypted, and keep a failure as long as they can, and an answer as long as somebody waits for it', () => {
    const isKept = 14 * 24 * 60 * 60;
    const answerIsWaitedFor = 6 * 60 * 60;

    expect(
      without(
        cellA,
        'AWS::SQS::Queue',
        ({ Properties }) =>
          Properties['SqsManagedSseEnabled'] === true &&
          Properties['MessageRetentionPeriod'] ===
            (Properties['DelaySeconds'] === undefined ? isKept : answerIsWaitedFor),
      ),
    ).toEqual([]);
  });

  test('the organization is encrypted, versioned and nobody else’s to see', () => {
    expect(resourcesOf(cellA, 'AWS::S3::Bucket').map(([, { Properties }]) => Properties)).toMatchObject([
      {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    ]);
  });

  test('is called by the name under which the other cell looks for it', () => {
    const [bucket] = resourcesOf(cellA, 'AWS::S3::Bucket');

    expect(textOf(bucket?.[1].Properties['BucketName'])).toBe(
      'permanence-organization-<AWS::AccountId>-eu-central-1',
    );
  });

  test.each(['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'])(
    '%s refuses whoever comes without TLS',
    (type) => {
      const resources = resourcesOf(cellA, type);

      expect(resources).not.toEqual([]);
      for (const [, { Properties }] of resources) {
        expect(JSON.stringify(Properties)).toContain('"aws:SecureTransport":"false"');
      }
    },
  );
});

/** Without what differs by CDK's own doing: bundles, which are left out here, ids made of the stack's name, and the order of regions. */
function withoutOwnIds(template: unknown): unknown {
  const text = JSON.stringify(template, (key, value) => (key === 'S3Key' ? undefined : value))
    .replaceAll(/(AllowEventRule)permanence(?:cell|connect)[ab](\w+?)[0-9A-F]{8}"/g, '$1$2"')
    .replaceAll(/(AllowEventRule(?:Functions)?(?:Intake|Answer))[0-9A-F]{8}"/g, '$1"')
    .replaceAll(/permanencecell[ab](\w+?)[0-9A-F]{8}(\w*?)[0-9A-F]{8}"/g, '$1$2"')
    .replaceAll(/IntakeDeployment[0-9A-Za-z]{40}/g, 'IntakeDeployment');
  return JSON.parse(text, (_key, value) => (Array.isArray(value) ? inOrder(value) : value));
}

function inOrder(values: readonly unknown[]): readonly unknown[] {
  return values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

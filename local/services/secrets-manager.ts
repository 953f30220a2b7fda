import type { Parts } from '../kernel/parts.ts';
import { type AwsCall, awsError, type CloudService } from '../kernel/service.ts';
import {
  documentOf,
  jsonAnswer,
  jsonFailure,
  onlyMembers,
  requiredText,
  targetOperation,
} from './wire/json-protocol.ts';
import {
  generatedName,
  knownProperties,
  listOf,
  numberOf,
  onlyKnown,
  optionalTextOf,
  textOf,
} from './wire/properties.ts';
import { uuid } from './wire/uuid.ts';

/** One secret. It is the same in its own region and in the regions of its replicas. */
interface Secret {
  readonly name: string;
  readonly suffix: string;
  readonly regions: readonly string[];
  readonly value: string;
  readonly versionId: string;
}

const known = ['Description', 'GenerateSecretString', 'Name', 'ReplicaRegions', 'SecretString', 'Tags'];
const knownOfGeneration = [
  'ExcludePunctuation',
  'GenerateStringKey',
  'PasswordLength',
  'SecretStringTemplate',
];

/** AWS Secrets Manager: the secrets of the templates, generated from the cloud's seed. */
export function secretsManagerService(parts: Parts): CloudService {
  const secrets: Secret[] = [];
  const operation = (call: AwsCall) => targetOperation(call, ['GetSecretValue']);
  const arnOf = ({ name, suffix }: Secret, region: string) =>
    `arn:aws:secretsmanager:${region}:${parts.account}:secret:${name}-${suffix}`;
  const find = (id: string, region: string) =>
    secrets.find(
      (secret) =>
        secret.regions.includes(region) &&
        (secret.name === id || arnOf(secret, region) === id || arnOf(secret, region).startsWith(`${id}-`)),
    );
  return {
    resourceTypes: {
      'AWS::SecretsManager::Secret'(resource) {
        const properties = knownProperties(resource, known);
        const replicas = listOf(properties, 'ReplicaRegions').map((one) =>
          textOf(onlyKnown(one, ['Region']), 'Region'),
        );
        const secret = {
          name: optionalTextOf(properties, 'Name') ?? generatedName(resource),
          suffix: characters(parts, 6),
          regions: [resource.region, ...replicas],
          value:
            optionalTextOf(properties, 'SecretString') ??
            generated(parts, properties['GenerateSecretString']),
          versionId: uuid(parts.random),
        };
        secrets.push(secret);
        const arn = arnOf(secret, resource.region);
        return { ref: arn, attributes: { Id: arn } };
      },
    },
    aws: {
      signingName: 'secretsmanager',
      operation,
      fault: () => 'secrets',
      permissions(call) {
        const id = requiredText(documentOf(call), 'SecretId');
        const secret = find(id, call.region);
        const resource = secret === undefined ? id : arnOf(secret, call.region);
        return [{ action: `secretsmanager:${operation(call)}`, resource }];
      },
      async perform(call) {
        const request = documentOf(call);
        onlyMembers(request, ['SecretId'], operation(call));
        const secret = find(requiredText(request, 'SecretId'), call.region);
        if (secret === undefined) {
          throw awsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
        }
        return jsonAnswer({
          ARN: arnOf(secret, call.region),
          Name: secret.name,
          SecretString: secret.value,
          VersionId: secret.versionId,
          VersionStages: ['AWSCURRENT'],
        });
      },
      failure: (_call, error) => jsonFailure(error),
    },
  };
}

function generated(parts: Parts, generation: unknown): string {
  const properties = onlyKnown(generation ?? {}, knownOfGeneration);
  const password = characters(parts, numberOf(properties, 'PasswordLength', 32));
  const template = optionalTextOf(properties, 'SecretStringTemplate');
  if (template === undefined) return password;
  return JSON.stringify({ ...JSON.parse(template), [textOf(properties, 'GenerateStringKey')]: password });
}

/** Letters and digits, which no setting of a generated secret excludes. */
function characters({ random }: Parts, length: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}

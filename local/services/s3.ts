import { createHash } from 'node:crypto';
import type { Parts } from '../kernel/parts.ts';
import {
  type AwsAnswer,
  type AwsCall,
  type AwsError,
  awsError,
  type CloudService,
} from '../kernel/service.ts';
import { generatedName, knownProperties, optionalTextOf } from './wire/properties.ts';
import { escaped } from './wire/query-protocol.ts';

interface Bucket {
  readonly name: string;
  readonly region: string;
  readonly objects: Map<string, StoredObject>;
}

interface StoredObject {
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
  readonly lastModified: number;
}

const known = [
  'BucketEncryption',
  'BucketName',
  'LifecycleConfiguration', // nothing expires while a local cloud runs
  'OwnershipControls',
  'PublicAccessBlockConfiguration',
  'Tags',
  'VersioningConfiguration', // AWS keeps older versions; nothing reads them here
];

const operations: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  HEAD: 'HeadObject',
  PUT: 'PutObject',
};

/** Amazon S3: whole objects, by paths of the form `/bucket/key`. */
export function s3Service(parts: Parts): CloudService {
  const buckets = new Map<string, Bucket>();
  return {
    resourceTypes: {
      'AWS::S3::Bucket'(resource) {
        const properties = knownProperties(resource, known);
        const name = optionalTextOf(properties, 'BucketName') ?? generatedName(resource).toLowerCase();
        buckets.set(name, { name, region: resource.region, objects: new Map() });
        const host = `${name}.s3.${resource.region}.amazonaws.com`;
        const attributes = { Arn: bucketArn(name), DomainName: `${name}.s3.amazonaws.com` };
        return { ref: name, attributes: { ...attributes, RegionalDomainName: host } };
      },
    },
    aws: {
      signingName: 's3',
      operation,
      fault: () => 'objects',
      permissions(call) {
        const { bucket, key } = placeOf(call);
        const action = operation(call) === 'PutObject' ? 's3:PutObject' : 's3:GetObject';
        return [{ action, resource: `${bucketArn(bucket)}/${key}` }];
      },
      async perform(call, { drop }) {
        const { bucket: name, key } = placeOf(call);
        const bucket = buckets.get(name);
        if (bucket === undefined)
          throw awsError('NoSuchBucket', 'The specified bucket does not exist', { status: 404 });
        if (bucket.region !== call.region) {
          const message = `The bucket ${name} is in ${bucket.region}`;
          throw awsError('PermanentRedirect', message, { status: 301 });
        }
        if (operation(call) === 'PutObject')
          return putObject(bucket, key, call, { now: parts.clock.now(), drop });
        return getObject(bucket.objects.get(key) ?? missing(parts, call, bucket), call);
      },
      failure: (call, error) => failure(call, error),
    },
  };
}

function operation(call: AwsCall): string {
  const name = operations[call.method];
  const extras = [...call.query.keys()].filter((key) => key !== 'x-id');
  const { key } = placeOf(call);
  const isStreamed = (call.headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING');
  if (name === undefined || extras.length > 0 || key === '' || isStreamed) {
    throw new Error(
      `The local cloud does not know ${call.method} ${call.path} ${extras.join(' ')} of S3, or a streamed body`,
    );
  }
  return name;
}

/** Splits the path, which is still encoded. */
function placeOf({ path }: AwsCall): { readonly bucket: string; readonly key: string } {
  const [, bucket = '', ...key] = path.split('/');
  return { bucket, key: decodeURIComponent(key.join('/')) };
}

function putObject(
  bucket: Bucket,
  key: string,
  call: AwsCall,
  { now, drop }: { readonly now: number; readonly drop: boolean },
): AwsAnswer {
  const existing = bucket.objects.get(key);
  const ifMatch = call.headers['if-match'];
  const isRefused =
    (call.headers['if-none-match'] === '*' && existing !== undefined) ||
    (ifMatch !== undefined && ifMatch !== existing?.etag);
  if (isRefused) {
    throw awsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
      status: 412,
    });
  }
  const etag = `"${createHash('md5').update(call.body).digest('hex')}"`;
  const contentType = call.headers['content-type'] ?? 'binary/octet-stream';
  if (!drop) bucket.objects.set(key, { body: call.body, contentType, etag, lastModified: now });
  return { status: 200, headers: { etag } };
}

function getObject({ body, contentType, etag, lastModified }: StoredObject, call: AwsCall): AwsAnswer {
  const headers = {
    'content-type': contentType,
    'last-modified': new Date(lastModified).toUTCString(),
    etag,
  };
  if (call.headers['if-none-match'] === etag) return { status: 304, headers };
  if (call.method === 'HEAD')
    return { status: 200, headers: { ...headers, 'content-length': String(body.length) } };
  return { status: 200, headers, body };
}

/**
 * A caller that may not list the bucket does not learn that an object is missing. Source: S3 API reference,
 * GetObject, permissions.
 */
function missing({ authorizer }: Parts, { caller }: AwsCall, { name }: Bucket): never {
  const refusal = authorizer.refusal(caller, { action: 's3:ListBucket', resource: bucketArn(name) });
  if (refusal !== undefined) throw awsError('AccessDenied', refusal, { status: 403 });
  throw awsError('NoSuchKey', 'The specified key does not exist.', { status: 404 });
}

function failure({ method }: AwsCall, { code, message, status }: AwsError): AwsAnswer {
  const isDenied = code === 'AccessDeniedException';
  const answer = { status: isDenied ? 403 : status, headers: { 'content-type': 'application/xml' } };
  if (method === 'HEAD') return answer;
  const name = escaped(isDenied ? 'AccessDenied' : code);
  return { ...answer, body: `<Error><Code>${name}</Code><Message>${escaped(message)}</Message></Error>` };
}

function bucketArn(name: string): string {
  return `arn:aws:s3:::${name}`;
}

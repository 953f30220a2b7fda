import type { AwsAnswer, AwsCall, AwsError } from '../../kernel/service.ts';
import { jsonFailure } from './json-protocol.ts';
import { escaped, xmlFailure } from './query-protocol.ts';

/** The protocols in which the services of AWS answer. Source: Smithy 2.0, "AWS protocols". */
export type Protocol = 'JSON' | 'query' | 'CBOR' | 'REST with XML' | 'REST with JSON';

/** The services whose requests are paths and whose answers are XML. All other services with paths answer JSON. */
const restWithXml: readonly string[] = ['s3', 's3express', 'route53', 'cloudfront'];

/** The protocol of a call, by its own marks: a client understands errors in the protocol that it speaks. */
export function protocolOf({ service, headers }: AwsCall): Protocol {
  if (headers['smithy-protocol'] === 'rpc-v2-cbor') return 'CBOR';
  if (headers['x-amz-target'] !== undefined) return 'JSON';
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return 'query';
  return restWithXml.includes(service) ? 'REST with XML' : 'REST with JSON';
}

/** An error in the protocol of the call, also for a service or an operation that this cloud does not know. */
export function failureInProtocol(call: AwsCall, error: AwsError): AwsAnswer {
  switch (protocolOf(call)) {
    case 'CBOR':
      return cborFailure(error);
    case 'JSON':
      return jsonFailure(error);
    case 'query':
      return xmlFailure(error, `http://${call.service}.amazonaws.com/`);
    case 'REST with XML':
      return restXmlFailure(error);
    case 'REST with JSON':
      return restJsonFailure(error);
  }
}

function restJsonFailure({ code, message, status }: AwsError): AwsAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: JSON.stringify({ message }),
  };
}

function restXmlFailure({ code, message, status }: AwsError): AwsAnswer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${escaped(code)}</Code><Message>${escaped(message)}</Message><RequestId>local</RequestId></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

/** A map of two texts. Source: RFC 8949, section 3. */
function cborFailure({ code, message, status }: AwsError): AwsAnswer {
  const mapOfTwo = Buffer.from([0xa2]);
  const texts = ['__type', code, 'message', message].map(cborText);
  return {
    status,
    headers: { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' },
    body: Buffer.concat([mapOfTwo, ...texts]),
  };
}

/** A text with a length of two bytes, which is enough for a message. */
function cborText(text: string): Buffer {
  const bytes = Buffer.from(text).subarray(0, 0xffff);
  return Buffer.concat([Buffer.from([0x79, bytes.length >> 8, bytes.length & 0xff]), bytes]);
}

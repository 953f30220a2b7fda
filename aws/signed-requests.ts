import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/core/transport';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { SignatureV4 } from '@smithy/signature-v4';
import { failFast } from './regions/both-regions.ts';

/** A service of AWS in one region. The product uses so little of it that its client would be most of a bundle. */
export interface SignedService {
  /** Its name in the host and in the signature, such as `s3`. */
  readonly service: string;
  readonly region: string;
  /** Where requests go instead of the region's own endpoint, as with the SDK's `AWS_ENDPOINT_URL`. */
  readonly endpointUrl?: string | undefined;
  readonly timeoutMs: number;
  /** Only S3 signs paths without encoding them again. */
  readonly uriEscapePath?: boolean;
}

export type Credentials = ConstructorParameters<typeof SignatureV4>[0]['credentials'];

export interface Asked {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export interface SignedAnswer {
  readonly status: number;
  readonly body: string;
}

/** Sends requests that the SDK's own signer signs. Rejects when the service does not answer in time. */
export function signedRequests(
  { service, region, endpointUrl, timeoutMs, uriEscapePath = true }: SignedService,
  credentials: Credentials,
): (asked: Asked) => Promise<SignedAnswer> {
  const { protocol, hostname, port, host } = new URL(
    endpointUrl ?? `https://${service}.${region}.amazonaws.com`,
  );
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256, uriEscapePath });
  const http = new NodeHttpHandler(failFast(timeoutMs).requestHandler);
  return async ({ method, path, headers = {}, body }) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const signed = await signer.sign({
      method,
      protocol,
      hostname,
      ...(port === '' ? {} : { port: Number(port) }),
      path,
      query: {},
      headers: { host, ...headers, ...length },
      ...(body === undefined ? {} : { body }),
    });
    const { response } = await http.handle(new HttpRequest(signed));
    return { status: response.statusCode, body: await text(response.body as Readable) };
  };
}

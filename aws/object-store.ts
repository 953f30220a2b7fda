import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/core/transport';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { SignatureV4 } from '@smithy/signature-v4';
import { requestMs } from '../domain/budgets.ts';
import { failFast } from './fail-fast.ts';

/** The organization's object in one region's bucket. */
export interface ObjectStore {
  /** The object's text; undefined when there is none. Rejects when the region does not answer. */
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
}

export interface Bucket {
  readonly region: string;
  readonly name: string;
  /** Where requests go instead of the region's own endpoint, as with the SDK's `AWS_ENDPOINT_URL`. */
  readonly endpointUrl?: string | undefined;
}

type Credentials = ConstructorParameters<typeof SignatureV4>[0]['credentials'];

/**
 * Two verbs of S3, signed by the SDK's own signer: the S3 client would make each function's bundle 140 kB larger, and
 * the intake's is on the way of every alarm.
 */
export function objectStore({ region, name, endpointUrl }: Bucket, credentials: Credentials): ObjectStore {
  const { protocol, hostname, port, host } = new URL(endpointUrl ?? `https://s3.${region}.amazonaws.com`);
  const signer = new SignatureV4({
    service: 's3',
    region,
    credentials,
    sha256: Sha256,
    uriEscapePath: false,
  });
  const http = new NodeHttpHandler(failFast(requestMs.object).requestHandler);

  async function request(method: 'GET' | 'PUT', key: string, body?: string): Promise<Answer> {
    const signed = await signer.sign({
      method,
      protocol,
      hostname,
      ...(port === '' ? {} : { port: Number(port) }),
      path: `/${name}/${key}`,
      query: {},
      headers: { host, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) },
      ...(body === undefined ? {} : { body }),
    });
    const { response } = await http.handle(new HttpRequest(signed));
    return { status: response.statusCode, body: await text(response.body as Readable) };
  }

  return {
    async read(key) {
      const response = await request('GET', key);
      if (response.status === 404) return undefined;
      if (response.status !== 200) throw unexpected(response, key);
      return response.body;
    },
    async write(key, text) {
      const response = await request('PUT', key, text);
      if (response.status !== 200) throw unexpected(response, key);
    },
  };

  function unexpected({ status, body }: Answer, key: string): Error {
    return new Error(`S3 in ${region} answered ${status} for ${name}/${key}: ${body.slice(0, 200)}`);
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

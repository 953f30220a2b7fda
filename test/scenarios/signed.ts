import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { expectToFit } from './fitting.ts';
import { type Laptop, own } from './laptop.ts';
import type { Answer } from './requests.ts';

/** Asks a cell's API with a signature of the account, and waits until all that follows at once has happened. */
export async function signed(
  cloud: Laptop,
  method: string,
  path: string,
  { region = own, body, headers = {} }: SignedOptions = {},
): Promise<Answer> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const [pathname = '', search = ''] = path.split('?');
  const signer = new SignatureV4({
    service: 'execute-api',
    region,
    credentials: { accessKeyId: 'somebody', secretAccessKey: 'of-the-account' },
    sha256: Sha256,
  });
  const request = await signer.sign({
    method,
    protocol: 'http:',
    hostname: '127.0.0.1',
    path: `/${region}${pathname}`,
    query: Object.fromEntries(new URLSearchParams(search)),
    headers: { host: '127.0.0.1', ...headers },
    ...(text === undefined ? {} : { body: text }),
  });
  const { host: _, ...sent } = request.headers;
  const answer = await cloud.request(method, path, {
    region,
    headers: sent,
    ...(text === undefined ? {} : { body: text }),
  });
  await cloud.skip(0);
  expectToFit(method, pathname, answer);
  return answer;
}

export interface SignedOptions {
  readonly region?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

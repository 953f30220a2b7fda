import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { type Cell, isOnThisMachine } from './cells.ts';

interface Unsigned {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Signs a request, so that AWS knows its caller: Signature Version 4. */
export async function signedHeaders(
  cell: Cell,
  { method, url, headers, body }: Unsigned,
  service = 'execute-api',
): Promise<Record<string, string>> {
  const signer = new SignatureV4({
    service,
    region: cell.region,
    credentials: isOnThisMachine(cell) ? laptopCredentials : await usualCredentials(),
    sha256: Sha256,
  });
  const signed = await signer.sign({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { ...headers, host: url.host },
    ...(body === undefined ? {} : { body }),
  });
  const { host: _, ...sent } = signed.headers; // fetch writes it itself
  return sent;
}

/** The local cloud treats every caller that is not one of its functions as the account's owner. */
const laptopCredentials = { accessKeyId: 'laptop', secretAccessKey: 'laptop' };

/** Finds credentials as the AWS command line does: environment, profile, single sign-on, the machine's role. */
async function usualCredentials() {
  const { defaultProvider } = await import('@aws-sdk/credential-provider-node');
  return defaultProvider()();
}

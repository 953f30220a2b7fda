import { requestMs } from '../domain/timeouts.ts';
import { type BothRegions, firstAnswer } from './regions/both-regions.ts';
import { type Credentials, signedRequests } from './signed-requests.ts';

/** The key that signs the links to screens. Both cells have the same key. */
export interface LinkKey {
  /** Gives the key. The function's instance stores it. Rejects when neither region gives it. */
  read(): Promise<string>;
}

export interface LinkKeySettings {
  readonly region: string;
  readonly otherRegion: string;
  /** The secret's name, the same in both regions. */
  readonly secretName: string;
  /** Where requests go instead of the region's own endpoint, as with the SDK's `AWS_ENDPOINT_URL`. */
  readonly endpointUrl?: string | undefined;
}

/**
 * Reads the key from the own region's replica of the secret, else from the other's. It uses one request of Secrets
 * Manager, and the SDK's own signer signs it. The client of Secrets Manager would make the bundles of these functions 100
 * kB larger.
 */
export function linkKey(
  { region, otherRegion, secretName, endpointUrl }: LinkKeySettings,
  credentials: Credentials,
): LinkKey {
  const secretIn = (where: string) => {
    const service = { service: 'secretsmanager', region: where, endpointUrl, timeoutMs: requestMs.secret };
    const request = signedRequests(service, credentials);
    return async (): Promise<string> => {
      const { status, body } = await request({
        method: 'POST',
        path: '/',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'secretsmanager.GetSecretValue',
        },
        body: JSON.stringify({ SecretId: secretName }),
      });
      // An error may name the secret. A successful answer holds the key, so it never goes into an error.
      if (status !== 200)
        throw new Error(`Secrets Manager in ${where} answered ${status}: ${body.slice(0, 200)}`);
      return textIn(body);
    };
  };
  const replicas: BothRegions<() => Promise<string>> = {
    own: secretIn(region),
    other: secretIn(otherRegion),
  };
  let known: string | undefined;
  return {
    async read() {
      known ??= await firstAnswer(replicas, (replica) => replica());
      return known;
    },
  };
}

function textIn(body: string): string {
  const { SecretString } = JSON.parse(body) as { readonly SecretString?: unknown };
  if (typeof SecretString === 'string' && SecretString !== '') return SecretString;
  throw new Error('the secret of the links holds no text');
}

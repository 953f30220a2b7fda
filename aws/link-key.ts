import { requestMs } from '../domain/timeouts.ts';
import { type BothRegions, firstAnswer } from './regions/both-regions.ts';
import { type Credentials, signedRequests } from './signed-requests.ts';

/** The key with which links to screens are signed: the same in both cells. */
export interface LinkKey {
  /** Remembered as long as the function's instance lives. Rejects when neither region gives it. */
  read(): Promise<string>;
}

export interface LinkKeySettings {
  readonly region: string;
  readonly otherRegion: string;
  /** The secret's name, the same in both regions. */
  readonly secretName: string;
  /** Honoured as the SDK's clients honour it. */
  readonly endpointUrl?: string | undefined;
}

/**
 * Reads the key from the own region's replica of the secret, else from the other's. One verb of Secrets Manager, signed by
 * the SDK's own signer: its client would make the bundle of each function that makes or opens links 100 kB larger.
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
      // What a refusal says names the secret at most; what a success says is the key, and is in no error.
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

import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** The key and certificate with which SNS signs its messages to web servers. */
export interface SnsSigner {
  /** The certificate as PEM, as it is at the `SigningCertURL`. */
  readonly certificate: string;
  /** Signs a text, by the version of the signature. Returns base64. */
  sign(text: string, version: string): string;
}

/** Makes a key and its own certificate on first use, since that takes a tenth of a second. */
export function snsSigner(): SnsSigner {
  let made: { readonly key: KeyObject; readonly certificate: string } | undefined;
  const pair = () => {
    if (made !== undefined) return made;
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    made = { key: privateKey, certificate: selfSigned('sns.amazonaws.com', privateKey, publicKey) };
    return made;
  };
  return {
    get certificate() {
      return pair().certificate;
    },
    sign: (text, version) =>
      sign(version === '2' ? 'sha256' : 'sha1', Buffer.from(text), pair().key).toString('base64'),
  };
}

/** An X.509 certificate of version 1, signed by its own subject. Source: RFC 5280, section 4.1. */
function selfSigned(commonName: string, privateKey: KeyObject, publicKey: KeyObject): string {
  const name = der(sequence, der(set, der(sequence, oid.commonName, der(utf8, Buffer.from(commonName)))));
  const algorithm = der(sequence, oid.sha256WithRsa, der(none));
  const validity = der(
    sequence,
    der(utcTime, Buffer.from('200101000000Z')),
    der(utcTime, Buffer.from('491231235959Z')),
  );
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const body = der(sequence, der(integer, Buffer.from([1])), algorithm, name, validity, name, spki);
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]);
  const whole = der(sequence, body, algorithm, der(bitString, signature)).toString('base64');
  const lines = whole.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

const integer = 0x02;
const bitString = 0x03;
const none = 0x05;
const utf8 = 0x0c;
const utcTime = 0x17;
const sequence = 0x30;
const set = 0x31;

const oid = {
  commonName: Buffer.from('0603550403', 'hex'),
  sha256WithRsa: Buffer.from('06092a864886f70d01010b', 'hex'),
};

/** Tag, length, contents. Source: ITU-T X.690, the distinguished encoding rules. */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(body.length.toString(16).padStart(4, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
}

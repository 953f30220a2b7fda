import https from 'node:https';
import { requestMs } from '../domain/timeouts.ts';

/** What an HTTPS subscriber asks of SNS itself, without credentials. The caller has checked that the URLs are SNS's. */
export interface SnsOverHttps {
  /** Gets the certificate, as PEM, with which SNS signed. Rejects when it cannot be fetched now. */
  certificate(url: string): Promise<string>;
  /** Confirms a subscription. Rejects when SNS does not accept that. */
  confirm(url: string): Promise<void>;
}

/** Certificates that are stored, at most. SNS signs with one certificate for a region, and changes it about once a year. */
const maxCertificates = 20;

/** Bytes of an answer, at most. A certificate has 2 kB, and the answer to a confirmation has less. */
const maxAnswerBytes = 64 * 1024;

/** Asks SNS over HTTPS. The function's instance stores the certificates, because a URL always means the same one. */
export function snsOverHttps(): SnsOverHttps {
  const certificates = new Map<string, string>();
  return {
    async certificate(url) {
      const known = certificates.get(url);
      if (known !== undefined) return known;
      const fetched = await get(url);
      if (!fetched.includes('-----BEGIN CERTIFICATE-----')) throw new Error(`no certificate at ${url}`);
      if (certificates.size >= maxCertificates) certificates.clear();
      certificates.set(url, fetched);
      return fetched;
    },
    async confirm(url) {
      await get(url);
    },
  };
}

/** Fetches a URL without following redirections: they would lead to a host that nobody has checked. */
function get(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(requestMs.certificate);
    const request = https.get(url, { signal }, (response) => {
      const pieces: Buffer[] = [];
      let size = 0;
      response.on('data', (piece: Buffer) => {
        size += piece.length;
        if (size > maxAnswerBytes)
          request.destroy(new Error(`more than ${maxAnswerBytes} bytes from ${url}`));
        else pieces.push(piece);
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(pieces).toString('utf8'));
        else reject(new Error(`${new URL(url).hostname} answered ${response.statusCode}`));
      });
    });
    request.on('error', reject);
  });
}

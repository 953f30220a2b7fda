import https from 'node:https';
import { requestMs } from '../domain/timeouts.ts';

/** What an HTTPS subscriber asks of SNS itself, without credentials. The caller has checked that the URLs are SNS's. */
export interface SnsOverHttps {
  /** The certificate, as PEM, with which SNS signed. Rejects when it cannot be had now. */
  certificate(url: string): Promise<string>;
  /** Confirms a subscription. Rejects when SNS does not say yes. */
  confirm(url: string): Promise<void>;
}

/** SNS signs with one certificate for a region, and changes it about once a year. */
const maxCertificates = 20;

/** A certificate has 2 kB, the answer to a confirmation less. */
const maxAnswerBytes = 64 * 1024;

/** Keeps the certificates for as long as the function's instance lives: a URL always means the same one. */
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

/** Follows no redirection: it would lead away from the host that was checked. */
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

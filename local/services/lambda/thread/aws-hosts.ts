import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

/** `sns.eu-central-1.amazonaws.com` */
const awsHost = /^([a-z0-9-]+)\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com$/;

type Callback = (response: http.IncomingMessage) => void;

/**
 * Lets the cloud answer for the host names of AWS, as its name server would. A function's HTTPS request to such a
 * host, made without a client of the SDK, goes to the port of the cloud. There is no other web here.
 *
 * Such a request carries no signature, so this adds the function's own. Then faults, counts and the trace include it
 * like any call of the function.
 */
export function answerForAwsHosts(
  cloud: () => { readonly cloudUrl: string; readonly accessKey: string },
): void {
  const request = (...given: readonly unknown[]) => {
    const { cloudUrl, accessKey } = cloud();
    const { url, options, callback } = argumentsOf(given);
    const [, service, region] = awsHost.exec(url.hostname) ?? [];
    if (service === undefined) throw new Error(`The local cloud does not know the host ${url.hostname}`);
    const credential = `Credential=${accessKey}/20260101/${region}/${service}/aws4_request`;
    const { method, headers, signal } = options;
    const own = { authorization: `AWS4-HMAC-SHA256 ${credential}` };
    const path = `${url.pathname}${url.search}`;
    const { hostname, port } = new URL(cloudUrl);
    const sent = { method, path, hostname, port, signal, headers: { ...headers, ...own } };
    return http.request(sent as http.RequestOptions, callback);
  };
  const get = (...given: readonly unknown[]) => {
    const sent = request(...given);
    sent.end();
    return sent;
  };
  Object.assign(https, { request, get });
  syncBuiltinESMExports();
}

/** The arguments `(url, options?, callback?)`. Throws for the forms that nobody here uses. */
function argumentsOf([first, ...rest]: readonly unknown[]) {
  if (typeof first !== 'string' && !(first instanceof URL)) {
    throw new Error('The local cloud knows requests by HTTPS only by their URL');
  }
  const options = rest.find((one): one is https.RequestOptions => typeof one === 'object') ?? {};
  const callback = rest.find((one): one is Callback => typeof one === 'function');
  return { url: new URL(first), options, callback };
}

import type { PortAnswer, PortRequest } from './port.ts';
import type { Post } from './services/sns-posting.ts';

/** `https://{api}.execute-api.{region}.amazonaws.com/{stage}/...` */
const apiHost = /^[a-z0-9]+\.execute-api\.([a-z0-9-]+)\.amazonaws\.com$/;

/**
 * Posts to the APIs of this cloud, which are all the web that it can reach: by its own URL, or by the host names that
 * API Gateway gives.
 */
export function ownApis(url: () => string, serve: (request: PortRequest) => Promise<PortAnswer>): Post {
  return async (address, headers, body) => {
    const { origin, pathname, hostname, searchParams } = new URL(address);
    const [, region] = apiHost.exec(hostname) ?? [];
    if (region === undefined && origin !== url()) throw new Error(`there is no ${origin} in the local cloud`);
    const path = region === undefined ? pathname : `/${region}${pathname.replace(/^\/[^/]+/, '')}`;
    const answer = await serve({
      ...{ method: 'POST', path, headers, query: searchParams, body: Buffer.from(body) },
      onClose() {},
    });
    return typeof answer === 'string' ? undefined : answer.status;
  };
}

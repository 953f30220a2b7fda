import type { PortAnswer, PortRequest } from '../kernel/port.ts';
import type { Post } from '../services/sns/posting.ts';

/** `https://{api}.execute-api.{region}.amazonaws.com/{stage}/...` */
const apiHost = /^[a-z0-9-]+\.execute-api\.([a-z0-9-]+)\.amazonaws\.com$/;

/** Turns an address that API Gateway gives into the address of this cloud. Returns every other address unchanged. */
export function localAddress(address: string, url: string): string {
  const path = pathHere(address);
  return path === undefined ? address : `${url}${path}${new URL(address).search}`;
}

function pathHere(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname } = new URL(address);
  const [, region] = apiHost.exec(hostname) ?? [];
  return region === undefined ? undefined : `/${region}${pathname.replace(/^\/[^/]+/, '')}`;
}

/**
 * Posts to the APIs of this cloud, by its own URL or by the host names that API Gateway gives. This cloud can reach
 * no other web server.
 */
export function ownApis(url: () => string, serve: (request: PortRequest) => Promise<PortAnswer>): Post {
  return async (address, headers, body) => {
    const { origin, pathname, searchParams } = new URL(address);
    const here = pathHere(address);
    if (here === undefined && origin !== url()) throw new Error(`there is no ${origin} in the local cloud`);
    const path = here ?? pathname;
    const answer = await serve({
      ...{ method: 'POST', path, headers, query: searchParams, body: Buffer.from(body) },
      onClose() {},
    });
    return typeof answer === 'string' ? undefined : answer.status;
  };
}

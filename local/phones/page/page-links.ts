import { problem } from '../../kernel/problem.ts';
import type { AwsAnswer } from '../../kernel/service.ts';

/** Another page for people: a fixed address, or an address that is made anew each time somebody follows the link. */
export type PageLink =
  | { readonly title: string; readonly href: string }
  | { readonly title: string; readonly made: () => Promise<string> };

const placesOfMade = /^\/links\/(\d{1,3})$/;

/** The links as the page shows them. A link whose address must be made first leads to this cloud. */
export function shownLinks(links: readonly PageLink[]) {
  return links.map((link, index) => ({
    title: link.title,
    href: 'href' in link ? link.href : `links/${index}`,
  }));
}

/** Makes the address behind a link and sends the browser there; undefined for any other path. */
export async function followLink(path: string, links: readonly PageLink[]): Promise<AwsAnswer | undefined> {
  const link = links[Number(placesOfMade.exec(path)?.[1])];
  if (link === undefined || !('made' in link)) return undefined;
  try {
    const headers = { location: await link.made(), 'cache-control': 'no-store' };
    return { status: 303, headers, body: '' };
  } catch (error) {
    return problem(502, `No ${link.title}`, error instanceof Error ? error.message : String(error));
  }
}

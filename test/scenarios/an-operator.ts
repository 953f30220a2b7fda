import type { Laptop } from './laptop.ts';
import { signed } from './signed.ts';

/** A page in an operator's browser. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** The text that a person reads. */
  readonly text: string;
}

/** An operator's browser. It keeps its cookies and follows redirects. */
export interface Operator {
  open(url: string, method?: 'GET' | 'HEAD'): Promise<Page>;
  /** Presses a button of a page, and returns the page that follows. */
  press(page: Page, word: string, fields?: Readonly<Record<string, string>>): Promise<Page>;
  cookie(): string | undefined;
}

/** The operators' board, by a link as the command line gets it. */
export async function boardLink(cloud: Laptop, region?: string): Promise<string> {
  const { body } = await signed(cloud, 'POST', '/v1/board-link', region === undefined ? {} : { region });
  if (typeof body['url'] !== 'string') throw new Error(`no link to the board: ${JSON.stringify(body)}`);
  return body['url'];
}

export function anOperator(cloud: Laptop, name?: string): Operator {
  let cookie: string | undefined;

  async function ask(url: string, method: string, body?: string): Promise<Page> {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const html = await response.text();
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    await cloud.skip(0);
    const { status, headers } = response;
    const location = headers.get('location');
    if (status === 303 && location !== null) return ask(new URL(location, url).href, 'GET');
    return { url, status, headers, html, text: textOf(html) };
  }

  return {
    open: (url, method = 'GET') => ask(url, method),
    press(page, word, fields = {}) {
      const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.html)?.[1] ?? '';
      const [, press = ''] = new RegExp(`name="press" value="(${word} [^"]*)"`).exec(page.html) ?? [];
      const sent = { form: value('form'), press, by: name ?? value('by'), ...fields };
      return ask(page.url, 'POST', new URLSearchParams(sent).toString());
    },
    cookie: () => cookie,
  };
}

/** Without tags, styles and scripts. */
function textOf(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');
}

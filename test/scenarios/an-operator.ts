import type { Laptop } from './laptop.ts';
import { signed } from './signed.ts';

/** A page as an operator's browser has it. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** What a person reads. */
  readonly text: string;
}

/** An operator with a browser of his or her own, which keeps its cookie and follows where it is sent. */
export interface Operator {
  open(url: string, method?: 'GET' | 'HEAD'): Promise<Page>;
  /** Presses a button of a page, and sees what came of it. */
  press(page: Page, word: string, fields?: Readonly<Record<string, string>>): Promise<Page>;
  cookie(): string | undefined;
}

/** The operators' board, as the command line gets a link to it. */
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

/** Without what is not read: tags, styles and scripts. */
function textOf(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');
}

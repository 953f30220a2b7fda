import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { type Html, html } from './html.ts';

/** A screen, before it is a document. */
export interface Screen {
  readonly language: string;
  readonly title: string;
  readonly body: Html;
  /** What runs in the browser. The screen works without it. */
  readonly script?: string | undefined;
  /** Where no script runs, the browser loads the screen again after so many seconds. */
  readonly refreshSeconds?: number | undefined;
}

/** Answers with a screen. Its headers forbid caches, search engines, frames, and every script but its own. */
export function answerWith(
  statusCode: number,
  screen: Screen,
  headers: Readonly<Record<string, string>> = {},
): APIGatewayProxyResult {
  const nonce = randomBytes(16).toString('base64');
  return {
    statusCode,
    headers: {
      ...ofScreens,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(nonce),
      ...headers,
    },
    body: documentOf(screen, nonce).markup,
  };
}

/** Redirects the browser to the outcome of its form, so that reloading sends nothing again. */
export function seeOther(location: string, headers: Readonly<Record<string, string>>): APIGatewayProxyResult {
  return { statusCode: 303, headers: { ...ofScreens, location, ...headers }, body: '' };
}

/** Whoever has the address may open it, so it must not reach a cache, an index or another site's log. */
const ofScreens = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function documentOf({ language, title, body, script, refreshSeconds }: Screen, nonce: string): Html {
  const refresh =
    refreshSeconds !== undefined &&
    html`<noscript><meta http-equiv="refresh" content="${refreshSeconds};url=?"></noscript>`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
${refresh}<style nonce="${nonce}">${{ markup: style }}</style>
</head>
<body>
${body}
${script !== undefined && html`<script nonce="${nonce}">${{ markup: script }}</script>`}
</body>
</html>
`;
}

/** The style of the screens: plain, large enough for a phone at night, and no meaning in a colour alone. */
export const style = `
:root { color-scheme: light dark; --line: #8886; --late: #c3262f; --mark: #0b62c4; }
@media (prefers-color-scheme: dark) { :root { --late: #ff7b80; --mark: #7db5ff; } }
* { box-sizing: border-box; }
body { font: 1rem/1.45 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 60rem; }
h1 { font-size: 1.35rem; margin: 0 0 .5rem; }
h2 { font-size: 1.05rem; margin: 0 0 .3rem; }
h3 { font-size: .95rem; margin: 1rem 0 .2rem; }
p, ul, ol { margin: .2rem 0; }
a { color: var(--mark); }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: end; justify-content: space-between; margin-bottom: 1rem; }
article, .notice { border: 1px solid var(--line); border-left-width: .4rem; border-radius: .4rem; padding: .7rem .9rem; margin: 0 0 .8rem; }
article.late { border-left-color: var(--late); }
b.late, .serious, .stale { color: var(--late); font-weight: 600; }
.notice { border-left-color: var(--mark); }
.state, .ended { font-weight: 600; }
.clock, .has { display: inline-block; margin-right: 1rem; }
.numbers { padding-left: 1.2rem; }
.history { list-style: none; padding: 0; font-size: .92rem; }
.history time { font-variant-numeric: tabular-nums; margin-right: .4rem; }
.read { border-left: .2rem solid var(--mark); padding-left: .7rem; font-size: 1.1rem; }
label { display: block; margin: .5rem 0; }
input, textarea { font: inherit; display: block; width: 100%; max-width: 30rem; padding: .4rem; }
.presses { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .7rem; }
button { font: inherit; padding: .55rem .9rem; border: 1px solid var(--line); border-radius: .4rem; cursor: pointer; }
button.confirmed, button.done, button.granted { border-color: var(--mark); font-weight: 600; }
`;

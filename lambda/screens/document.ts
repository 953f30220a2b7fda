import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { type Html, html } from './html.ts';
import { style } from './style.ts';

/** One screen, before it is a document. */
export interface Screen {
  readonly language: string;
  readonly title: string;
  readonly body: Html;
  /** What runs in the browser: nothing that the screen needs in order to work. */
  readonly script?: string | undefined;
  /** Shows itself anew after so many seconds, where no script runs. */
  readonly refreshSeconds?: number | undefined;
}

/** A screen as an answer: kept by nobody, found by nobody, framed by nobody, and running nothing but its own script. */
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

/** Sends the browser to where it sees what came of its form: reloading that sends nothing again. */
export function seeOther(location: string, headers: Readonly<Record<string, string>>): APIGatewayProxyResult {
  return { statusCode: 303, headers: { ...ofScreens, location, ...headers }, body: '' };
}

/** The address itself is the right to open it: it goes into no cache, no index and no other site's log. */
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

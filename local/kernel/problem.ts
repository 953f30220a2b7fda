import type { AwsAnswer } from './service.ts';

/** An error of the cloud's own interface, as a problem document (RFC 9457). */
export function problem(status: number, title: string, detail: string): AwsAnswer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', title, status, detail }),
  };
}

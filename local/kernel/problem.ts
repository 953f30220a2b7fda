import type { AwsAnswer } from './service.ts';

/** An error of the cloud's own interface, as RFC 9457 writes it. */
export function problem(status: number, title: string, detail: string): AwsAnswer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', title, status, detail }),
  };
}

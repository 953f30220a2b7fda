import type { PortAnswer, PortRequest } from '../kernel/port.ts';
import type { SampleAnswer } from './sample.ts';

/** Makes a request as it would arrive at the port. */
export function postTo(path: string, headers: Readonly<Record<string, string>>, body: string): PortRequest {
  return {
    ...{ method: 'POST', path, headers, query: new URLSearchParams(), body: Buffer.from(body) },
    onClose() {},
  };
}

/** The response, for the person who sent a sample. */
export function answerFrom(from: string, answer: PortAnswer): SampleAnswer {
  if (typeof answer === 'string') return { from, status: undefined, body: undefined };
  return { from, status: answer.status, body: asJson(String(answer.body ?? '')) };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

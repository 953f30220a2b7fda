import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { callNumberHeader } from '../messages.ts';

/** How many calls the function makes over HTTP: the cloud knows by them whether the function waits for an answer. */
export interface CountedCalls {
  open(): number;
  begun(): number;
  /** A new invocation numbers its calls from 1. */
  startAnew(): void;
}

/** Replaces `http.request`, by which the AWS clients call. `ended` is called after each. */
export function countCalls(ended: () => void): CountedCalls {
  const realRequest = http.request;
  let open = 0;
  let begun = 0;
  let number = 0;
  const counted = (...args: Parameters<typeof realRequest>) => {
    const request = realRequest(...args);
    open += 1;
    begun += 1;
    number += 1;
    request.setHeader(callNumberHeader, String(number));
    request.once('close', () => {
      open -= 1;
      ended();
    });
    return request;
  };
  Object.assign(http, { request: counted });
  syncBuiltinESMExports();
  return {
    open: () => open,
    begun: () => begun,
    startAnew() {
      number = 0;
    },
  };
}

import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { callNumberHeader } from '../messages.ts';

/** How many calls the function makes over HTTP: the cloud knows by them whether the function waits for an answer. */
export interface CountedCalls {
  /** By their numbers, in order. */
  open(): readonly number[];
  begun(): number;
  /** A new invocation numbers its calls from 1. */
  startAnew(): void;
  /** The thread becomes another function: no call was begun. */
  beginAnew(): void;
}

/** Replaces `http.request`, by which the AWS clients call. `ended` is called after each. */
export function countCalls(ended: () => void): CountedCalls {
  const realRequest = http.request;
  const open = new Map<object, number>();
  let begun = 0;
  let number = 0;
  const counted = (...args: Parameters<typeof realRequest>) => {
    const request = realRequest(...args);
    begun += 1;
    number += 1;
    open.set(request, number);
    request.setHeader(callNumberHeader, String(number));
    request.once('close', () => {
      open.delete(request);
      ended();
    });
    return request;
  };
  Object.assign(http, { request: counted });
  syncBuiltinESMExports();
  return {
    open: () => [...open.values()].sort((one, another) => one - another),
    begun: () => begun,
    startAnew() {
      number = 0;
    },
    beginAnew() {
      open.clear();
      begun = 0;
      number = 0;
    },
  };
}

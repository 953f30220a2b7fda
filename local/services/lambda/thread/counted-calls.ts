import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { callNumberHeader } from '../messages.ts';

/** Counts the HTTP calls of the function, so that the cloud knows whether the function waits for an answer. */
export interface CountedCalls {
  /** The numbers of the open calls, in order. */
  open(): readonly number[];
  begun(): number;
  /** Starts a new invocation: its calls are numbered from 1. */
  startAnew(): void;
  /** Starts a new life, without any call. */
  beginAnew(): void;
}

/** Replaces `http.request`, which the AWS clients use. Calls `ended` after each request. */
export function countCalls(send: typeof http.request, ended: () => void): CountedCalls {
  const open = new Map<object, number>();
  let begun = 0;
  let number = 0;
  const counted = (...args: Parameters<typeof send>) => {
    const request = send(...args);
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

/** Samples: alarms that a person can send from the phones page with one press. */

import type { PortAnswer, PortRequest } from '../kernel/port.ts';
import type { HeardPosts } from './heard-posts.ts';

/** Something that people can send from the phones page. The starter of the cloud provides it. */
export interface Sample {
  /** The id in the path of `POST /local/samples/{id}`. */
  readonly id: string;
  readonly title: string;
  /** What the sample shows, in one sentence. */
  readonly hint: string;
  /** What is sent at a moment of the cloud's time, in epoch milliseconds. */
  contentAt(now: number): SampleContent;
  /** The result, in one line for people. */
  outcome(answers: readonly SampleAnswer[]): string;
}

export type SampleContent = SampleRequest | SamplePublication;

/** A request to an API of the cloud. */
export interface SampleRequest {
  readonly kind: 'request';
  /** The path, with the region: `/eu-central-1/...`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A message to a topic. SNS signs it and posts it to each endpoint. */
export interface SamplePublication {
  readonly kind: 'publication';
  readonly region: string;
  readonly topic: string;
  /** Paths with the region. Each endpoint is subscribed before the first message. */
  readonly endpoints: readonly string[];
  readonly subject: string;
  readonly message: string;
}

/** One answer to a sample. */
export interface SampleAnswer {
  /** The path of an API, or `SNS in <region>` when SNS itself refused. */
  readonly from: string;
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  /** The JSON value of the answer, or its text when it is not JSON. */
  readonly body: unknown;
}

/** What the sending of samples needs. */
export interface SendingParts {
  readonly now: () => number;
  readonly url: () => string;
  /** Answers every request at the port. */
  readonly serve: (request: PortRequest) => Promise<PortAnswer>;
  readonly posts: HeardPosts;
}

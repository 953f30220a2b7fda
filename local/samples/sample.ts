import type { PortAnswer, PortRequest } from '../kernel/port.ts';
import type { HeardPosts } from './heard-posts.ts';

/** Something to send from the phones page, known to whoever starts the cloud. */
export interface Sample {
  /** As the path of `POST /local/samples/{id}` has it. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly hint: string;
  /** What is sent at a moment of the cloud's time, in epoch milliseconds. */
  contentAt(now: number): SampleContent;
  /** What came of it, in one line for people. */
  outcome(answers: readonly SampleAnswer[]): string;
}

export type SampleContent = SampleRequest | SamplePublication;

/** A request to an API of the cloud. */
export interface SampleRequest {
  readonly kind: 'request';
  /** With the region: `/eu-central-1/...`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A message to a topic, which SNS signs and posts to each endpoint. */
export interface SamplePublication {
  readonly kind: 'publication';
  readonly region: string;
  readonly topic: string;
  /** Paths with the region. Each is subscribed before the first message. */
  readonly endpoints: readonly string[];
  readonly subject: string;
  readonly message: string;
}

/** What somebody said to a sample. */
export interface SampleAnswer {
  /** The path of an API, or `SNS in <region>` where SNS itself took nothing. */
  readonly from: string;
  /** Undefined where no answer came. */
  readonly status: number | undefined;
  /** As JSON, or else as text. */
  readonly body: unknown;
}

/** What samples are sent through. */
export interface SendingParts {
  readonly now: () => number;
  readonly url: () => string;
  /** All that answers at the port. */
  readonly serve: (request: PortRequest) => Promise<PortAnswer>;
  readonly posts: HeardPosts;
}

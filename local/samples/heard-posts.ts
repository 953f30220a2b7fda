import type { PortAnswer, PortRequest } from '../kernel/port.ts';

/** One post of SNS to a web server. */
export interface HeardPost {
  readonly type: string;
  readonly messageId: string;
  readonly subscriptionArn: string;
  readonly path: string;
  readonly answer: Promise<PortAnswer>;
}

/** Records what web servers answer to the posts of SNS. SNS itself does not report those answers. */
export interface HeardPosts {
  serve(request: PortRequest): Promise<PortAnswer>;
  /** The latest posts, oldest first. */
  latest(): readonly HeardPost[];
}

/** Far more than the posts that go out between a message and the question about its answers. */
const mostKept = 100;

/** Wraps the function that serves SNS's posts. */
export function heardPosts(serve: (request: PortRequest) => Promise<PortAnswer>): HeardPosts {
  const posts: HeardPost[] = [];
  return {
    latest: () => posts,
    serve(request) {
      const answer = serve(request);
      const header = (name: string) => request.headers[`x-amz-sns-${name}`] ?? '';
      posts.push({
        type: header('message-type'),
        messageId: header('message-id'),
        subscriptionArn: header('subscription-arn'),
        path: request.path,
        answer,
      });
      if (posts.length > mostKept) posts.shift();
      return answer;
    },
  };
}

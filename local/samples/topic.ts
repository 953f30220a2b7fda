import type { HeardPost } from './heard-posts.ts';
import { answerFrom, postTo } from './request.ts';
import type { SampleAnswer, SamplePublication, SendingParts } from './sample.ts';

/** The outcome of a call to SNS: the requested member, or the refusal of SNS. */
type Called =
  | { readonly kind: 'done'; readonly value: string }
  | { readonly kind: 'refused'; readonly answer: SampleAnswer };

/**
 * Publishes a message as its owner would, through SNS's API. Makes the topic, and subscribes each endpoint that is
 * not subscribed yet. Returns each endpoint's answer to the message. For an endpoint that has not confirmed its
 * subscription it returns the answer to the request for confirmation. When SNS refuses, it returns the refusal.
 */
export async function publish(
  { region, topic, endpoints, subject, message }: SamplePublication,
  parts: SendingParts,
): Promise<readonly SampleAnswer[]> {
  const made = await call(parts, region, { Action: 'CreateTopic', Name: topic }, 'TopicArn');
  if (made.kind === 'refused') return [made.answer];
  const TopicArn = made.value;
  const asked = await Promise.all(endpoints.map((path) => subscribe(parts, region, TopicArn, path)));

  const form = { Action: 'Publish', TopicArn, Subject: subject, Message: message };
  const published = await call(parts, region, form, 'MessageId');
  if (published.kind === 'refused') return [published.answer];
  const posts = parts.posts.latest().filter(({ messageId }) => messageId === published.value);
  return Promise.all(
    asked.map(async (answer) => {
      const post = posts.find(({ path }) => path === answer.from);
      return post === undefined ? answer : heard(post);
    }),
  );
}

/** A repeated subscription makes no second one. SNS asks an unconfirmed endpoint again. */
async function subscribe(
  parts: SendingParts,
  region: string,
  TopicArn: string,
  path: string,
): Promise<SampleAnswer> {
  const form = { Action: 'Subscribe', TopicArn, Protocol: 'http', Endpoint: `${parts.url()}${path}` };
  const subscribed = await call(parts, region, form, 'SubscriptionArn');
  if (subscribed.kind === 'refused') return subscribed.answer;
  const asked = parts.posts
    .latest()
    .findLast(
      ({ type, subscriptionArn }) =>
        type === 'SubscriptionConfirmation' && subscriptionArn === subscribed.value,
    );
  return asked === undefined ? { from: path, status: undefined, body: undefined } : heard(asked);
}

async function heard({ path, answer }: HeardPost): Promise<SampleAnswer> {
  return answerFrom(path, await answer);
}

/** A call as the account's owner makes it. */
async function call(
  { serve }: SendingParts,
  region: string,
  form: Readonly<Record<string, string>>,
  member: string,
): Promise<Called> {
  const headers = {
    authorization: `AWS4-HMAC-SHA256 Credential=owner/20261123/${region}/sns/aws4_request, Signature=none`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams({ ...form, Version: '2010-03-31' }).toString();
  const answer = answerFrom(`SNS in ${region}`, await serve(postTo('/', headers, body)));
  const [, value] = new RegExp(`<${member}>([^<]+)</${member}>`).exec(String(answer.body)) ?? [];
  return value === undefined ? { kind: 'refused', answer } : { kind: 'done', value };
}

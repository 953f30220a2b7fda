import { problem } from '../kernel/problem.ts';
import type { AwsAnswer } from '../kernel/service.ts';
import { answerFrom, postTo } from './request.ts';
import type { Sample, SampleAnswer, SampleContent, SendingParts } from './sample.ts';
import { publish } from './topic.ts';

/** Sends the samples from inside the cloud, since a web page cannot sign requests to AWS. */
export interface Samples {
  /** Resolves when everybody whom the sample reaches has answered. */
  send(id: string): Promise<AwsAnswer>;
}

export function samplesOf(known: () => readonly Sample[], parts: SendingParts): Samples {
  return {
    async send(id) {
      const sample = known().find((one) => one.id === id);
      if (sample === undefined) return problem(404, 'Not found', `There is no sample ${id}`);
      const answers = await sent(sample.contentAt(parts.now()), parts);
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ outcome: sample.outcome(answers), answers }),
      };
    },
  };
}

async function sent(content: SampleContent, parts: SendingParts): Promise<readonly SampleAnswer[]> {
  if (content.kind === 'publication') return publish(content, parts);
  const { path, headers, body } = content;
  return [answerFrom(path, await parts.serve(postTo(path, headers, body)))];
}

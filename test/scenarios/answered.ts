import type { Cloud } from '../../local/cloud.ts';
import type { CallLocal } from './call-to.ts';

/** Waits for answers of the cloud's APIs. Some of them come only after time has passed. */
export interface AnswerWait {
  /** Skips time until the answer is there. Returns the answer and the seconds that it took. */
  answered<T>(pending: Promise<T>): Promise<{ readonly answer: T; readonly afterSeconds: number }>;
}

/** Time passes in steps of a tenth of a second. */
const stepSeconds = 0.1;

/** No answer may take longer than this. */
const longestWaitSeconds = 60;

/**
 * Time passes only while the cloud has nothing to do and as many callers wait as answers are missing. So a slow
 * machine skips no more time than a fast one.
 */
export function answerWait(cloud: Cloud, call: CallLocal): AnswerWait {
  let open = 0;
  let going: Promise<void> | undefined;

  const advance = (advanceSeconds: number) =>
    call<{ readonly waitingCallers: number }>('POST', '/local/clock', { advanceSeconds });
  const goOn = async () => {
    const from = cloud.now();
    while (open > 0) {
      const { waitingCallers } = await advance(0);
      if (open > 0 && waitingCallers >= open) await advance(stepSeconds);
      if (cloud.now() - from > longestWaitSeconds * 1000)
        throw new Error(`no answer within ${longestWaitSeconds} s`);
    }
  };
  return {
    async answered(pending) {
      const from = cloud.now();
      open += 1;
      const heard = pending.finally(() => {
        open -= 1;
      });
      going ??= goOn().finally(() => {
        going = undefined;
      });
      await Promise.race([heard, going.then(() => heard)]);
      return { answer: await heard, afterSeconds: (cloud.now() - from) / 1000 };
    },
  };
}

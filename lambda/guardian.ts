import { failedEvents } from '../aws/failed-events.ts';
import type { OverduePlace } from '../aws/table/overdue.ts';
import { guardianSweeps, takeoverGraceMs } from '../domain/timeouts.ts';
import { type DirectEvent, takeDirect } from './alarms/cloudwatch-direct.ts';
import { readyCodes } from './alarms/codes.ts';
import { organizationPublisher } from './alarms/publish-organization.ts';
import { type Redriven, redrive } from './alarms/redrive.ts';
import { cellOf } from './cell/cell.ts';
import { readSettings } from './cell/environment.ts';
import { log } from './cell/log.ts';
import { withSms } from './cell/sms.ts';
import { withVoice } from './cell/voice.ts';
import { guard } from './driving/guard.ts';
import { withLinks } from './links/task-link.ts';
import { takeAnswersOfOtherCell } from './replies/of-other-cell.ts';
import { type AnswerEvent, takeAnswers } from './replies/receive.ts';

const settings = readSettings();

const cell = withLinks(withVoice(withSms(cellOf(settings), settings), settings), settings);

const codes = readyCodes(cell.codes);

const publish = organizationPublisher(cell, codes, settings.organizationEditedAt ?? 0);

const { answerFailures, undeliveredAnswers, alarmFailures, undeliveredAlarms, guardianFailures } =
  settings.failureQueueUrls;
const answered = (payload: unknown) => takeAnswers(cell, payload as AnswerEvent);
const takenIn = (payload: unknown) => takeDirect(cell, codes, payload as DirectEvent);

const redriven: readonly Redriven[] = [
  ...[answerFailures, undeliveredAnswers].flatMap((url) => queueOf(url, 'answers', answered)),
  ...[alarmFailures, undeliveredAlarms].flatMap((url) => queueOf(url, 'alarms', takenIn)),
  // The next start replaces a failed one. Five failures in a row are five minutes without a guardian in this cell.
  ...queueOf(guardianFailures, 'starts', async () => undefined).map((one) => ({ ...one, fewest: 5 })),
];

/** The SMS to the other cell's number. */
const answersUrl = settings.failureQueueUrls.answersOfOtherCell;
const answersOfOtherCell = answersUrl === undefined ? undefined : failedEvents(settings.region, answersUrl);

/** A sweep takes over this many incidents at the same time. */
const atOnce = 10;

/**
 * Watches the deadlines of both cells. It is started each minute and sweeps every 10 seconds for longer than two
 * minutes. So runs overlap, and the next one covers a failed one.
 */
export async function handler(): Promise<void> {
  const until = cell.now() + guardianSweeps.forMs;
  const redriving = redriven.map((one) =>
    redrive(cell, codes, one).catch(complain('failed events could not be redriven')),
  );
  await Promise.all([publish(), publishVoice()]);
  while (cell.now() < until) {
    await Promise.all([
      sweep().catch(complain('a sweep failed')),
      answersOfOtherCell &&
        takeAnswersOfOtherCell(cell, answersOfOtherCell).catch(complain("the other cell's SMS failed")),
    ]);
    await new Promise((resolve) => setTimeout(resolve, guardianSweeps.everyMs));
  }
  await Promise.all(redriving);
}

/** Where the last sweep stopped, when it did not reach the end of the index. */
let sweptUntil: OverduePlace | undefined;

async function sweep(): Promise<void> {
  const { keys, next } = await cell.incidents.overdue(cell.now() - takeoverGraceMs, sweptUntil);
  sweptUntil = next;
  if (next !== undefined)
    log.warn('more incidents are open than one sweep reads; the next one goes on there');
  for (let first = 0; first < keys.length; first += atOnce) {
    const some = keys.slice(first, first + atOnce);
    await Promise.all(
      some.map((key) => guard(cell, key).catch(complain('an incident could not be guarded'))),
    );
  }
}

/** Publishes how to call through this region, for the other cell. */
function publishVoice(): Promise<void> {
  return cell.voiceSettings.publish().catch(complain('the voice settings could not be published'));
}

function queueOf(url: string | undefined, what: Redriven['what'], handle: Redriven['handle']): Redriven[] {
  return url === undefined ? [] : [{ events: failedEvents(settings.region, url), what, handle }];
}

function complain(message: string) {
  return (error: unknown): void => log.error(message, { error });
}

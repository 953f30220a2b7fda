import { failedEvents } from '../aws/failed-events.ts';
import { guardianSweeps, takeoverGrace } from '../domain/budgets.ts';
import { cell } from './cell.ts';
import { settings } from './environment.ts';
import { guard } from './guard.ts';
import { log } from './log.ts';
import { redrive } from './redrive.ts';

const found = settings();
const ours = cell(found);
const failures =
  found.answerFailuresQueueUrl === undefined
    ? undefined
    : failedEvents(found.region, found.answerFailuresQueueUrl);

/** Incidents that one sweep takes over at the same time. */
const atOnce = 10;

/**
 * Watches over the deadlines of both cells: started each minute, it sweeps every 10 seconds for longer than two minutes,
 * so that runs overlap and a failed one is covered by the next.
 */
export async function handler(): Promise<void> {
  const until = ours.now() + guardianSweeps.forMs;
  await Promise.all([
    publish(),
    redrive(ours, failures).catch(complain('failed events could not be redriven')),
  ]);
  while (ours.now() < until) {
    await sweep().catch(complain('a sweep failed'));
    await new Promise((resolve) => setTimeout(resolve, guardianSweeps.everyMs));
  }
}

async function sweep(): Promise<void> {
  const keys = await ours.incidents.overdue(ours.now() - takeoverGrace);
  for (let first = 0; first < keys.length; first += atOnce) {
    const some = keys.slice(first, first + atOnce);
    await Promise.all(
      some.map((key) => guard(ours, key).catch(complain('an incident could not be guarded'))),
    );
  }
}

/** Keeps the table's organization and the own region's object in step; reading works without. */
function publish(): Promise<void> {
  return ours.organization
    .publish(found.organizationEditedAt ?? 0)
    .catch(complain('the organization could not be published'));
}

function complain(message: string) {
  return (error: unknown): void => log.error(message, { error });
}

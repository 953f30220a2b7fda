import type { Sample } from '../../local/samples/sample.ts';
import { cloudWatchKey, laptopKey } from '../cell/laptop-key.ts';
import { cloudWatchMessage, cloudWatchSubject } from './cloudwatch-sample.ts';
import { sampleOutcome } from './sample-outcome.ts';

/** The first alarm that people send, also on the command line. */
export const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

const [own, other] = ['eu-central-1', 'eu-west-2'];

/** Alarms to send from the phones page: services and keys are those of the example organization. */
export const samples: readonly Sample[] = [
  native({
    ...{ id: 'disk-full', title: 'Disk full', body: diskFull },
    hint: 'A Linux engineer is paged; sent again, it joins.',
  }),
  native({
    ...{ id: 'other-cell', title: 'Disk full, other cell', body: diskFull, region: other },
    hint: `The same alarm, to ${other}: still one incident.`,
  }),
  native({
    ...{ id: 'disk-resolved', title: 'Disk full: resolved', body: { ...diskFull, state: 'resolved' } },
    hint: 'Its source says it is over: who was paged is told.',
  }),
  native({
    ...{ id: 'payments-down', title: 'Payments down' },
    body: { dedupKey: 'payments-5xx', service: 'acme-payments', summary: 'no payment for 2 minutes' },
    hint: 'Critical: management is paged from the start.',
  }),
  native({
    ...{ id: 'slow-database', title: 'Slow database' },
    body: { dedupKey: 'db-3-slow', service: 'acme-db', summary: 'db-3 slow, 40 s per query' },
    hint: 'Another competence: other engineers are paged.',
  }),
  native({
    ...{ id: 'backup-late', title: 'Backup late' },
    body: { dedupKey: 'backup-late', service: 'harbour-backups', summary: 'backup 3 hours late' },
    hint: 'Low: held from 18:00 until 08:00, London time.',
  }),
  native({
    ...{ id: 'unknown-service', title: 'Unknown service' },
    body: { dedupKey: 'printer-7', service: 'no-such-service', summary: 'printer-7 on fire' },
    hint: 'Belongs to nobody: the default roster is paged.',
  }),
  native({
    ...{ id: 'unreadable', title: 'Unreadable', body: 'web-3: disk full!!' },
    hint: 'Not even JSON: paged all the same, never refused.',
  }),
  cloudWatch({
    ...{ id: 'cloudwatch-alarm', title: 'CloudWatch: ALARM', state: 'ALARM' },
    hint: 'SNS posts it to both cells, signed: one incident.',
  }),
  cloudWatch({
    ...{ id: 'cloudwatch-ok', title: 'CloudWatch: OK', state: 'OK' },
    hint: 'The same alarm is over, and so is its incident.',
  }),
];

/** Sends an alarm to the API of a cell: a native one, or any text. */
function native({
  region = own,
  body,
  ...shown
}: Pick<Sample, 'hint' | 'id' | 'title'> & {
  readonly region?: string | undefined;
  readonly body: string | object;
}): Sample {
  return {
    ...shown,
    outcome: sampleOutcome,
    contentAt: () => ({
      kind: 'request',
      path: `/${region}/v1/alarms`,
      headers: { authorization: `Bearer ${laptopKey}`, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  };
}

/** Changes the state of a CloudWatch alarm, over a topic to which both cells are subscribed. */
function cloudWatch({
  state,
  ...shown
}: Pick<Sample, 'hint' | 'id' | 'title'> & { readonly state: 'ALARM' | 'OK' }): Sample {
  return {
    ...shown,
    outcome: sampleOutcome,
    contentAt: (now) => ({
      ...{ kind: 'publication', region: own, topic: 'alarms' },
      endpoints: [own, other].map((cell) => `/${cell}/v1/integrations/cloudwatch/${cloudWatchKey}`),
      subject: cloudWatchSubject(state),
      message: JSON.stringify(cloudWatchMessage(state, now)),
    }),
  };
}

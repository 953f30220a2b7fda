/** Examples of what goes over the wire, one night of them: An is paged for ACME's web shop and acknowledges. */

const timeZone = 'Europe/Brussels';
const incidentId = '0f8fad5bd9cb469fa16570867728950e-1';
const an = { responder: 'an', name: 'An' };

export const alarm = {
  dedupKey: 'web-3-disk',
  service: 'acme-shop',
  summary: 'web-3 disk full 95%',
  severity: 'high' as const,
  details: { mount: '/var' },
  links: ['https://grafana.example/d/disk'],
};

export const accepted = { incidentId, code: 'A7K', status: 'escalating' as const };

export const nothingToPage = { confirmed: 'arn:aws:sns:eu-central-1:111122223333:alarms' };

export const health = { status: 'ok' as const, region: 'eu-central-1', at: '2026-11-23T02:10:00.000Z' };

const incident = {
  ...{ incidentId, code: 'A7K', status: 'acknowledged' as const, severity: 'high' as const },
  ...{ customer: { id: 'acme', name: 'ACME' }, service: 'acme-shop', summary: 'web-3 disk full 95%' },
  openedAt: '2026-11-23T02:10:00.000Z',
  taken: { ...an, until: '2026-11-23T02:55:10.000Z' },
  saidYes: [an],
  asked: [],
  declined: [],
  ...{ held: null, resolvedAt: null, openAgainSince: null, firedAgain: 0, flaps: false },
  ...{ serious: null, expectedAt: null },
  tasks: [
    {
      ...{ id: 't1', about: 'confirm' as const, title: 'Reach An and confirm' },
      ...{ openedAt: '2026-11-23T02:10:00.000Z', isAccepted: true, acceptedBy: 'Kim' },
      clock: '2026-11-23T02:15:00.000Z',
    },
  ],
  promises: [
    {
      ...{ id: 'p1', about: 'incident' as const, dueAt: '2026-11-23T02:40:00.000Z', isBroken: false },
      ...{ keptAt: '2026-11-23T02:11:00.000Z', told: ['Joris'] },
    },
  ],
  consents: [],
};

export const changed = { ...incident, timeZone };

export const withTimeline = {
  ...changed,
  ...{ source: 'native', dedupKey: 'web-3-disk', roster: 'linux' },
  details: { mount: '/var' },
  links: [{ href: 'https://runbooks.example/disk', text: 'runbook' }],
  alarms: { count: 14, lastAt: '2026-11-23T02:40:00.000Z', isAtLeast: false },
  whatHappensNext: [
    {
      ...{ at: '2026-11-23T02:15:00.000Z', kind: 'task is late' },
      words: 'the contact center is late with its task',
    },
    {
      ...{ at: '2026-11-23T02:55:10.000Z', kind: 'acknowledgement runs out' },
      words: 'the time of An runs out; the page wakes again',
    },
  ],
  timeline: [
    {
      ...{ at: '2026-11-23T02:10:00.000Z', kind: 'opened' },
      ...{ summary: 'web-3 disk full 95%', roster: 'linux' },
    },
    {
      ...{ at: '2026-11-23T02:10:01.000Z', kind: 'paged' },
      ...{ responder: 'an', role: 'primary', region: 'eu-central-1' },
    },
    {
      ...{ at: '2026-11-23T02:10:10.000Z', kind: 'acknowledged' },
      ...{ by: 'an', until: '2026-11-23T02:55:10.000Z', path: 'sms' },
    },
  ],
};

export const list = { incidents: [incident], next: null, isComplete: true, timeZone };

export const putAside = {
  timeZone,
  messages: [
    {
      ...{ id: '5fea7756-0ea4-451a-a703-a558b933e274', what: 'SMS answer', region: 'eu-central-1' },
      ...{ content: '+32...01 "ja"', error: 'TypeError: cannot be read', tries: 5 },
      ...{ firstAt: '2026-11-23T02:10:00.000Z', at: '2026-11-23T02:15:00.000Z' },
    },
  ],
};

export const onCall = {
  ...{ at: '2026-11-23T02:10:00.000Z', timeZone },
  rosters: [
    {
      ...{ roster: 'linux', primary: an, secondary: { responder: 'chloe', name: 'Chloé' } },
      ...{ management: { responder: 'dirk', name: 'Dirk' }, until: '2026-11-23T08:00:00.000Z' },
    },
  ],
};

export const month = {
  ...{ month: '2026-11', from: '2026-10-31T23:00:00.000Z', until: '2026-11-30T23:00:00.000Z' },
  ...{ isOver: true, timeZone },
  incidents: [
    {
      ...{ incidentId, code: 'A7K', customer: { id: 'acme', name: 'ACME' }, severity: 'high' as const },
      ...{ responseSeconds: 10, resolutionSeconds: 1800, promisesKept: 3, promisesBroken: 0 },
      targetsMissed: 0,
      people: [{ responder: 'an', pages: 1, nights: ['2026-11-22'], hasTaken: true }],
    },
  ],
  customers: [{ id: 'acme', name: 'ACME' }],
  onCall: [{ ...an, hours: 168 }],
  ...{ next: null, isComplete: true },
};

export const boardLink = {
  url: 'https://abc.execute-api.eu-central-1.amazonaws.com/live/s/eyJraW5kIjoiYm9hcmQifQ.c2lnbmF0dXJl',
  ...{ until: '2026-11-23T14:10:00.000Z', timeZone },
};

export const testPageRequest = { by: 'an', path: 'sms' as const, through: 'own' as const };

export const testPage = {
  responder: 'an',
  path: 'sms' as const,
  region: 'eu-central-1',
  sentAt: '2026-11-23T02:10:00.000Z',
  answer: 'test 4711',
  refused: null,
  answeredAt: null,
};

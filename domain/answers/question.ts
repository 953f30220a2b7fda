import { whatHappensNext } from '../escalation/what-happens-next.ts';
import type { Incident } from '../incident/incident.ts';
import { stillAsked } from '../incident/ladder.ts';
import type { Notice } from '../incident/notice.ts';
import { onCallFor } from '../on-call/roster.ts';
import type { Organization } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import { alreadyOver } from './answer.ts';

/** A question about one incident. */
export type QuestionAbout = 'info' | 'who' | 'numbers';

/** What a person is told who asks about an incident. The question changes nothing. */
export function answerToQuestion(
  incident: Incident,
  about: QuestionAbout,
  organization: Organization,
  now: Instant,
): Notice {
  const { code, status, summary, route, openedAt } = incident;
  if (status === 'resolved') return alreadyOver(incident, now);
  switch (about) {
    case 'info': {
      const customer = route.customer?.name;
      const link = incident.links?.[0]?.href;
      return { kind: 'info', code, summary, service: route.service, at: openedAt, customer, link };
    }
    case 'who':
      return whoIsOnIt(incident, organization, now);
    case 'numbers':
      return { kind: 'numbers', code, people: peopleOnCall(incident, organization, now) };
  }
}

function whoIsOnIt(incident: Incident, organization: Organization, now: Instant): Notice {
  const { code, status, acknowledgement } = incident;
  const nameOf = (responder: string) => organization.responders[responder]?.name ?? responder;
  if (status === 'acknowledged' && acknowledgement !== undefined) {
    return { kind: 'whoHasIt', code, by: nameOf(acknowledgement.by), until: acknowledgement.until };
  }
  const asked = askedNow(incident);
  const next = asked.length > 0 ? undefined : nextAsking(incident, organization, now);
  return next === undefined
    ? { kind: 'whoIsAsked', code, names: asked.map(nameOf) }
    : { kind: 'nobodyAsked', code, at: next };
}

function askedNow({ status, ladder, additional }: Incident): readonly string[] {
  const asked = [
    ...(status === 'escalating' ? stillAsked(ladder) : []).map(({ responder }) => responder),
    ...additional.flatMap((each) => stillAsked(each).map(({ responder }) => responder)),
  ];
  return [...new Set(asked)];
}

/** When the next person is asked. */
function nextAsking(incident: Incident, organization: Organization, now: Instant): Instant | undefined {
  const events = whatHappensNext(incident, (at) => onCallFor(incident, organization, at));
  const next = events.find(
    ({ kind, who }) => (asks.includes(kind) && who.length > 0) || kind === 'hold ends',
  );
  return next && Math.max(next.at, now);
}

const asks: readonly string[] = ['asks', 'asks again', 'begins again', 'sms own', 'sms other', 'call'];

/** The people who fill the roles of the incident's roster now, with their first numbers. */
function peopleOnCall(incident: Incident, organization: Organization, now: Instant) {
  const { primary, secondary, management } = onCallFor(incident, organization, now);
  const people = [...new Set([primary, secondary, management])].filter((each) => each !== undefined);
  return people.flatMap((responder) => {
    const { name = responder, numbers = [] } = organization.responders[responder] ?? {};
    const [number] = numbers;
    return number === undefined ? [] : [{ name, number }];
  });
}

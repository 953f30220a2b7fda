import { invariant } from '../invariant.ts';
import type { Language, Match, Organization, Service, Severity } from '../organization/organization.ts';
import { ownSource } from './alarm.ts';

/** What an alarm says of itself, as far as its way to people depends on it. */
export interface RoutedAlarm {
  /** Which kind of source sent it: `native`, `cloudwatch` ... */
  readonly source: string;
  /** The service that it names, if its source knows our services. */
  readonly service?: string | undefined;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly alarmName?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly severity?: Severity | undefined;
}

/** Whose an alarm is, and who is asked to mend it. */
export interface Route {
  /** The service's name; of an unknown one, what the alarm calls it. */
  readonly service: string;
  /** Whose service it is; nobody's, as far as we know, if it is unknown. */
  readonly customer?: { readonly id: string; readonly name: string };
  readonly competence: string;
  readonly roster: string;
  readonly severity: Severity;
  /** The customer's time zone: when its morning is. The company's if the service is unknown. */
  readonly timeZone: string;
  /** The customer's language. */
  readonly language?: Language;
  /** Whether anybody knows what it is. The contact center is told if not. */
  readonly known: boolean;
}

/**
 * Finds the way of an alarm: service, customer, and the roster with the right competence.
 *
 * Never refuses: what matches nothing goes to the default roster. The first service that it names or matches has it.
 */
export function route(organization: Organization, alarm: RoutedAlarm): Route {
  const service = serviceOf(organization, alarm);
  return service === undefined
    ? toDefaultRoster(organization, alarm)
    : toService(organization, alarm, service);
}

function serviceOf({ services }: Organization, alarm: RoutedAlarm): Service | undefined {
  return (
    services.find(({ name }) => name === alarm.service) ??
    services.find(({ matches = [] }) => matches.some((match) => holds(match, alarm)))
  );
}

function holds({ source, account, region, alarmName, labels = {} }: Match, alarm: RoutedAlarm): boolean {
  return (
    source === alarm.source &&
    isAsWanted(account, alarm.account) &&
    isAsWanted(region, alarm.region) &&
    (alarmName === undefined || isLike(alarmName, alarm.alarmName ?? '')) &&
    Object.entries(labels).every(([label, value]) => labelOf(alarm, label) === value)
  );
}

/** What a match does not ask for may be anything. */
function isAsWanted(wanted: string | undefined, given: string | undefined): boolean {
  return wanted === undefined || wanted === given;
}

function labelOf({ labels = {} }: RoutedAlarm, label: string): string | undefined {
  return Object.hasOwn(labels, label) ? labels[label] : undefined;
}

function toService(organization: Organization, alarm: RoutedAlarm, service: Service): Route {
  const customer = organization.customers[service.customer];
  invariant(customer !== undefined, `the customer ${service.customer} of ${service.name} exists`);
  return {
    service: service.name,
    customer: { id: service.customer, name: customer.name },
    competence: service.competence,
    roster: service.competence,
    severity: alarm.severity ?? service.severity ?? 'high',
    timeZone: customer.timeZone ?? organization.company.timeZone,
    language: customer.language,
    known: true,
  };
}

/**
 * An unknown service is never held until the morning: nobody has said that it can wait. The pager's own alarms come here
 * as well, and nobody need find out what they are.
 */
function toDefaultRoster({ defaultRoster, company }: Organization, alarm: RoutedAlarm): Route {
  return {
    service: alarm.service ?? alarm.alarmName ?? 'unknown',
    competence: defaultRoster,
    roster: defaultRoster,
    severity: alarm.severity === 'critical' ? 'critical' : 'high',
    timeZone: company.timeZone,
    known: alarm.source === ownSource,
  };
}

/**
 * Tells whether a text is like a pattern, in which `*` stands for any characters, also none, and `?` for exactly one.
 *
 * Takes at most as many comparisons as pattern times text has characters, whatever is sent: an alarm's name comes
 * from outside, and a regular expression made of the pattern could be made to hang on it.
 */
export function isLike(pattern: string, text: string): boolean {
  let inPattern = 0;
  let inText = 0;
  let lastStar = -1;
  let starReaches = 0;
  while (inText < text.length) {
    const wanted = pattern[inPattern];
    if (wanted === '*') {
      lastStar = inPattern++;
      starReaches = inText;
    } else if (wanted !== undefined && (wanted === '?' || wanted === text[inText])) {
      inPattern += 1;
      inText += 1;
    } else if (lastStar >= 0) {
      starReaches += 1;
      inPattern = lastStar + 1;
      inText = starReaches;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(inPattern));
}

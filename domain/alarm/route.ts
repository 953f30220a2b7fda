import { invariant } from '../invariant.ts';
import type { Language, Match, Organization, Service, Severity } from '../organization/organization.ts';
import { ownSource } from './alarm.ts';

/** The parts of an alarm that decide its route. */
export interface RoutedAlarm {
  /** The kind of source that sent it: `native`, `cloudwatch` ... */
  readonly source: string;
  /** The service that it names, if its source knows the names of our services. */
  readonly service?: string | undefined;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly alarmName?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly severity?: Severity | undefined;
  /** Of the product's own alarms: the roster that hears of it. */
  readonly roster?: string | undefined;
}

/** Where an alarm goes: its service, its customer, and the roster that is paged. */
export interface Route {
  /** The service's name. Of an unknown service, the name that the alarm uses. */
  readonly service: string;
  /** How the customer calls the service, where the organization says so. */
  readonly displayName?: string | undefined;
  /** Whose service it is. Undefined if the service is unknown. */
  readonly customer?: { readonly id: string; readonly name: string };
  readonly competence: string;
  readonly roster: string;
  readonly severity: Severity;
  /** The customer's time zone. The company's if the service is unknown. */
  readonly timeZone: string;
  /** The customer's language. */
  readonly language?: Language;
  /** Whether the service is known. If not, the contact center is told. */
  readonly known: boolean;
}

/**
 * Finds the route of an alarm: service, customer, and the roster with the right competence.
 *
 * It never refuses: an alarm that matches nothing goes to the default roster. The first service that it names or matches
 * gets it.
 */
export function route(organization: Organization, alarm: RoutedAlarm): Route {
  const service = serviceOf(organization, alarm);
  return service === undefined
    ? toDefaultRoster(organization, alarm)
    : toService(organization, alarm, service);
}

/** The route of a service that a person names. Undefined: there is no such service. */
export function routeOfService(organization: Organization, name: string): Route | undefined {
  const service = organization.services.find((each) => each.name === name.trim());
  return service && toService(organization, { source: ownSource }, service);
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

/** A member that a match leaves out can have any value. */
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
    ...(service.displayName === undefined ? {} : { displayName: service.displayName }),
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
 * An alarm of an unknown service is never held until the morning, since nobody said that it can wait. The product's own
 * alarms come here too: they know their roster and their severity, and nobody needs to find out what they are.
 */
function toDefaultRoster({ defaultRoster, company }: Organization, alarm: RoutedAlarm): Route {
  const isOwn = alarm.source === ownSource;
  const roster = (isOwn ? alarm.roster : undefined) ?? defaultRoster;
  const canWait = isOwn && alarm.severity === 'low';
  return {
    service: alarm.service ?? alarm.alarmName ?? 'unknown',
    ...{ competence: roster, roster },
    severity: alarm.severity === 'critical' || canWait ? alarm.severity : 'high',
    timeZone: company.timeZone,
    known: isOwn,
  };
}

/**
 * Whether a text matches a pattern, in which `*` stands for any characters, or none, and `?` for exactly one.
 *
 * The comparisons are at most the characters of the pattern times those of the text. A regular expression made from the
 * pattern could be made to hang, because an alarm's name comes from outside.
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

import { didYouMean } from './did-you-mean.ts';
import type { Organization, OrganizationError } from './organization.ts';
import { policyErrors } from './policy-checks.ts';
import { rosterErrors } from './roster-checks.ts';

type Errors = readonly OrganizationError[];

/** A value, and its place in the file. */
interface Placed {
  readonly value: string;
  readonly place: string;
}

/**
 * Finds the mistakes in an organization of the right shape: references to things that do not exist, things given twice,
 * times in the wrong order.
 */
export function brokenRules(organization: Organization): Errors {
  const { policies = {} } = organization;
  return [
    ...competenceErrors(organization),
    ...numberErrors(organization),
    ...Object.keys(organization.rosters).flatMap((name) => rosterErrors(organization, name)),
    ...defaultRosterErrors(organization),
    ...Object.entries(policies).flatMap(([severity, policy]) =>
      policyErrors(policy, `policies.${severity}`, severity === 'critical'),
    ),
    ...slaErrors(organization),
    ...serviceErrors(organization),
    ...doubled(places(organization.services, 'services', 'name')),
    ...organization.integrations.flatMap(({ owner }, index) =>
      owner === undefined
        ? []
        : unknown('roster', owner, organization.rosters, `integrations[${index}].owner`),
    ),
    ...doubled(places(organization.integrations, 'integrations', 'name')),
    ...doubled(places(organization.integrations, 'integrations', 'keyHash')),
  ];
}

function competenceErrors({ responders, rosters }: Organization): Errors {
  return Object.entries(responders).flatMap(([id, { competences }]) =>
    competences.flatMap((competence, index) =>
      unknown('roster', competence, rosters, `responders.${id}.competences[${index}]`),
    ),
  );
}

/**
 * A number belongs to one person, because it identifies the sender of an answer. Several customers may have the same
 * contact, but no contact has the number of an engineer.
 */
function numberErrors({ responders, customers, contactCenter }: Organization): Errors {
  const ours = [
    ...Object.entries(responders).flatMap(([id, { numbers }]) =>
      numbers.map((value, index) => ({ value, place: `responders.${id}.numbers[${index}]` })),
    ),
    { value: contactCenter.number, place: 'contactCenter.number' },
  ];
  const theirs = Object.entries(customers).flatMap(([id, { contacts }]) =>
    contacts.flatMap(({ number }, index) => {
      const taken = ours.find(({ value }) => value === number);
      if (taken === undefined) return [];
      const place = `customers.${id}.contacts[${index}].number`;
      return [{ place, message: `must not be a number of ours, got ${number} as in ${taken.place}` }];
    }),
  );
  return [...doubled(ours), ...theirs];
}

function defaultRosterErrors({ defaultRoster, rosters }: Organization): Errors {
  return pageable(defaultRoster, rosters, 'defaultRoster');
}

function serviceErrors({ services, customers, rosters }: Organization): Errors {
  return services.flatMap(({ customer, competence }, index) => [
    ...unknown('customer', customer, customers, `services[${index}].customer`),
    ...pageable(competence, rosters, `services[${index}].competence`),
  ]);
}

/** Only a roster with all three roles can be paged. */
function pageable(roster: string, rosters: Organization['rosters'], place: string): Errors {
  const missing = unknown('roster', roster, rosters, place);
  if (missing.length > 0 || rosters[roster]?.primary !== undefined) return missing;

  const allowed = Object.keys(rosters).filter((name) => rosters[name]?.primary !== undefined);
  const message = `must be a roster with all three roles: one of ${allowed.join(', ')}; ${roster} has only management`;
  return [{ place, message }];
}

/** An error if nothing has this id. `Object.hasOwn`, because every object has members such as `constructor`. */
function unknown(kind: string, id: string, known: Readonly<Record<string, unknown>>, place: string): Errors {
  if (Object.hasOwn(known, id)) return [];
  const ids = Object.keys(known);
  return [{ place, message: `no ${kind} is named ${id}${didYouMean(id, ids)}; there are ${ids.join(', ')}` }];
}

function places<Key extends string>(
  items: readonly Readonly<Record<Key, string>>[],
  list: string,
  key: Key,
): readonly Placed[] {
  return items.map((item, index) => ({ value: item[key], place: `${list}[${index}].${key}` }));
}

/** An error for each value that was given before. */
function doubled(all: readonly Placed[]): Errors {
  const first = new Map<string, string>();
  return all.flatMap(({ value, place }) => {
    const taken = first.get(value);
    if (taken === undefined) first.set(value, place);
    return taken === undefined ? [] : [{ place, message: `must be given once, got ${value} as in ${taken}` }];
  });
}

/** Finds promises that cannot be kept, and copies for customers whose SLA has none. */
function slaErrors({ customers, slas = {} }: Organization): Errors {
  const copyErrors = Object.entries(customers).flatMap(([id, { sla, copies }]) =>
    copies === true && sla !== 'pro'
      ? [
          {
            place: `customers.${id}.copies`,
            message: `must be false or left out with the sla ${sla}: only pro has copies, got true`,
          },
        ]
      : [],
  );
  const targetErrors = Object.entries(slas).flatMap(([sla, { tellWithinMinutes, resolveWithinMinutes }]) =>
    tellWithinMinutes > resolveWithinMinutes
      ? [
          {
            place: `slas.${sla}.tellWithinMinutes`,
            message: `must be at most resolveWithinMinutes, ${resolveWithinMinutes}, got ${tellWithinMinutes}`,
          },
        ]
      : [],
  );
  return [...copyErrors, ...targetErrors];
}

import { weekdayOf } from '../time/calendar-day.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Organization, OrganizationError, Roster, Rotation } from './organization.ts';

type Errors = readonly OrganizationError[];

/**
 * Finds the mistakes in one roster: people who do not exist or lack the competence, a primary without a secondary, borrowed
 * management that does not exist, a first handover on the wrong day of the week.
 */
export function rosterErrors(organization: Organization, name: string): Errors {
  const roster = organization.rosters[name];
  if (roster === undefined) return [];

  const place = `rosters.${name}`;
  return [
    ...pairErrors(roster, place),
    ...engineerErrors(organization, name, roster),
    ...managementErrors(organization, name, roster),
  ];
}

/** A roster has both engineers, or none and a management that others borrow. */
function pairErrors({ primary, secondary, management }: Roster, place: string): Errors {
  if (primary === undefined && secondary !== undefined)
    return [{ place, message: 'has a secondary but no primary' }];
  if (primary !== undefined && secondary === undefined)
    return [{ place, message: 'has a primary but no secondary' }];
  if (primary === undefined && 'borrowedFrom' in management) {
    return [
      { place, message: 'must have a rotation of its own: engineers, or management that others borrow' },
    ];
  }
  return [];
}

function engineerErrors(organization: Organization, name: string, roster: Roster): Errors {
  return (['primary', 'secondary'] as const).flatMap((role) => {
    const rotation = roster[role];
    if (rotation === undefined) return [];
    const place = `rosters.${name}.${role}`;
    return [
      ...rotationErrors(organization, rotation, place),
      ...rotation.responders.flatMap((id, index) => {
        const competences = responderOf(organization, id)?.competences;
        if (competences === undefined || competences.includes(name)) return [];
        const has = competences.length > 0 ? competences.join(', ') : 'none';
        return [
          {
            place: `${place}.responders[${index}]`,
            message: `${id} must have the competence ${name} to be ${role} here, got ${has}`,
          },
        ];
      }),
    ];
  });
}

function managementErrors(organization: Organization, name: string, { management }: Roster): Errors {
  const place = `rosters.${name}.management`;
  if (!('borrowedFrom' in management)) return rotationErrors(organization, management, place);

  const { rosters } = organization;
  const lenders = Object.keys(rosters).filter((other) => !isBorrowing(rosters[other]));
  if (lenders.includes(management.borrowedFrom)) return [];
  return [
    {
      place: `${place}.borrowedFrom`,
      message: `must be a roster with management of its own: one of ${lenders.join(', ')}, got ${management.borrowedFrom}${didYouMean(management.borrowedFrom, lenders)}`,
    },
  ];
}

function isBorrowing(roster: Roster | undefined): boolean {
  return roster !== undefined && 'borrowedFrom' in roster.management;
}

function rotationErrors(organization: Organization, rotation: Rotation, place: string): Errors {
  const known = Object.keys(organization.responders);
  const strangers = rotation.responders.flatMap((id, index) =>
    known.includes(id)
      ? []
      : [
          {
            place: `${place}.responders[${index}]`,
            message: `no responder is named ${id}${didYouMean(id, known)}; there are ${known.join(', ')}`,
          },
        ],
  );
  return [...strangers, ...firstHandoverErrors(rotation, place)];
}

function firstHandoverErrors({ startsOn, handover }: Rotation, place: string): Errors {
  const weekday = weekdayOf(startsOn);
  if (weekday === handover.day) return [];
  const message = `must be a ${handover.day}, the day of the handover, got ${startsOn}, which is a ${weekday}`;
  return [{ place: `${place}.startsOn`, message }];
}

function responderOf({ responders }: Organization, id: string) {
  return Object.hasOwn(responders, id) ? responders[id] : undefined;
}

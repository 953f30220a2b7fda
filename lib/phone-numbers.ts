import {
  type PhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import type { Organization, OrganizationError } from '../domain/organization/organization.ts';

/**
 * Finds phone numbers of an organization that cannot exist. A page to one of them would reach nobody, and only a
 * delivery report would tell. Only a deployment checks this, for two reasons: the functions' bundles would grow by
 * the numbering plans of all countries, and an organization in force must stay readable when a plan changes. Source:
 * the numbering plans in Google's libphonenumber, as `libphonenumber-js` contains them.
 */
export function phoneNumberErrors(organization: Organization): readonly OrganizationError[] {
  return numbersOf(organization).flatMap(({ number, place }) => {
    const wrong = whatIsWrong(number);
    return wrong === undefined
      ? []
      : [{ place, message: `must be a phone number that can exist, got ${number}: ${wrong}` }];
  });
}

function numbersOf({ responders, customers, contactCenter }: Organization) {
  return [
    ...Object.entries(responders).flatMap(([id, { numbers }]) =>
      numbers.map((number, index) => ({ number, place: `responders.${id}.numbers[${index}]` })),
    ),
    ...Object.entries(customers).flatMap(([id, { contacts }]) =>
      contacts.map(({ number }, index) => ({ number, place: `customers.${id}.contacts[${index}].number` })),
    ),
    { number: contactCenter.number, place: 'contactCenter.number' },
  ];
}

function whatIsWrong(number: string): string | undefined {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined) return 'no country has this calling code';
  if (parsed.isValid()) return undefined;

  switch (validatePhoneNumberLength(number)) {
    case 'TOO_SHORT':
      return `too short for ${planOf(parsed)}`;
    case 'TOO_LONG':
      return `too long for ${planOf(parsed)}`;
    case undefined:
      return `${planOf(parsed)} has no numbers that begin like this; if they are new, update libphonenumber-js`;
    default:
      return `no number of ${planOf(parsed)} has this length`;
  }
}

/** The country of such a number, or the calling code where several countries share one. */
function planOf({ country, countryCallingCode }: PhoneNumber): string {
  const name =
    country === undefined ? undefined : new Intl.DisplayNames(['en'], { type: 'region' }).of(country);
  return name ?? `the calling code +${countryCallingCode}`;
}

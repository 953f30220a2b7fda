import type { Organization } from '../../domain/organization/organization.ts';
import type { PhoneOwner } from '../../local/phones/phone-book.ts';

/** The owner of each phone on the laptop: every number of the organization, once. */
export function phoneOwners({ responders, customers, contactCenter }: Organization): readonly PhoneOwner[] {
  const owners: readonly PhoneOwner[] = [
    ...Object.values(responders).flatMap(({ name, language, numbers }) =>
      numbers.map((number): PhoneOwner => ({ number, owner: name, kind: 'responder', language })),
    ),
    {
      number: contactCenter.number,
      owner: 'Contact center',
      kind: 'contact-center',
      language: contactCenter.language,
    },
    ...Object.values(customers).flatMap((customer) =>
      customer.contacts.map(
        (contact): PhoneOwner => ({
          number: contact.number,
          owner: `${contact.name} (${customer.name})`,
          kind: 'customer',
          language: contact.language ?? customer.language,
        }),
      ),
    ),
  ];
  return [...new Map(owners.map((owner) => [owner.number, owner])).values()];
}

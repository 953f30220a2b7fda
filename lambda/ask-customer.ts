import { consentText } from '../domain/consent-text.ts';
import type { ContactsWritten } from '../domain/consents.ts';
import type { Incident } from '../domain/incident.ts';
import type { Organization } from '../domain/organization.ts';
import type { Cell } from './cell.ts';
import { sendByEither } from './send-sms.ts';

/** Asks the customer's contacts for consent by SMS. `request`: its id. Never rejects. */
export async function askCustomer(
  cell: Cell,
  incident: Incident,
  { organization, request: id }: { readonly organization: Organization; readonly request: string },
): Promise<ContactsWritten> {
  const request = incident.consents.find((each) => each.id === id);
  const customer = organization.customers[incident.route.customer?.id ?? ''];
  if (request === undefined || customer === undefined) return { told: [], failed: [] };
  const by = organization.responders[request.by]?.name ?? request.by;
  const sent = await Promise.all(
    customer.contacts.map(async ({ name, number, language = customer.language }) => {
      const text = consentText({
        ...{ code: incident.code, digits: request.code, action: request.action },
        ...{ by, language },
      });
      return { name, sent: await sendByEither(cell.sms, number, text) };
    }),
  );
  return {
    told: sent.flatMap(({ name, sent: outcome }) =>
      outcome.kind === 'handed over' ? [{ name, region: outcome.region }] : [],
    ),
    failed: sent.flatMap(({ name, sent: outcome }) =>
      outcome.kind === 'failed' ? [{ name, reason: outcome.reason }] : [],
    ),
  };
}

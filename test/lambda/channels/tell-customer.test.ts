import { describe, expect, test } from '@jest/globals';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Organization } from '../../../domain/organization/organization.ts';
import type { Cell } from '../../../lambda/cell/cell.ts';
import { tellCustomer } from '../../../lambda/channels/tell-customer.ts';
import { pro } from '../../domain/a-customer.ts';
import { opened, tenPastThree } from '../../domain/an-incident.ts';
import { exampleOrganization } from '../../domain/example-organization.ts';
import { type Fault, faulty } from '../faults.ts';
import { inMemoryCell, itemOf } from '../in-memory-cell.ts';

const copies = (take: Cell['copies']['take']) => ({ take });
const joris = '+31611000001';
const katja = '+31611000002';

interface Wanted {
  readonly about?: 'copy' | 'incident';
  readonly refused?: { readonly own: readonly string[]; readonly other: readonly string[] };
  readonly organization?: Organization;
  readonly take?: Cell['copies']['take'];
}

/** ACME is told, or has its copy. */
async function told({
  about = 'incident',
  refused = { own: [], other: [] },
  organization = exampleOrganization(),
  take = async () => ({ kind: 'send', folded: 0 }),
}: Wanted = {}) {
  const incident: Incident = opened({ slaTerms: { ...pro, copies: true } });
  const cell = inMemoryCell({
    gate: faulty(refusing('eu-central-1', refused.own), refusing('eu-west-2', refused.other)),
    parts: { copies: copies(take) },
  });
  const promise = incident.promises.find((one) => one.about === about)?.id ?? 'none';
  const outcome = await tellCustomer(cell, itemOf(incident), incident, {
    organization,
    promise,
    now: tenPastThree,
  });
  const through = (region: string) =>
    cell.outside.sms.filter((sms) => sms.region === region).map(({ to, text }) => `${to} ${text}`);
  return { outcome, own: through('eu-central-1'), other: through('eu-west-2') };
}

/** The numbers to which a region sends nothing. */
function refusing(region: string, numbers: readonly string[]): Fault {
  return {
    of: (call) => call.service === 'sms' && call.region === region && numbers.includes(call.to ?? ''),
    ...{ when: 'before', how: 'fail', error: 'refused' },
  };
}

describe('a customer who is told by SMS', () => {
  test('has each contact told, in the language of each', async () => {
    const { own } = await told();

    expect(own).toEqual([
      `${joris} A7K Scheldewater Hosting: storing bij acme-shop sinds 03:10. Een technicus wordt opgeroepen.`,
      `${katja} A7K Scheldewater Hosting: Störung bei acme-shop seit 03:10. Ein Techniker wird gerufen.`,
    ]);
  });

  test('is told through the other region where the own one refuses, contact by contact', async () => {
    const { outcome, other } = await told({ refused: { own: [katja], other: [] } });

    expect(outcome.told).toEqual([
      { name: 'Joris', region: 'eu-central-1' },
      { name: 'Katja', region: 'eu-west-2' },
    ]);
    expect(other).toHaveLength(1);
  });

  test('is not told where both regions refuse, and it is known why', async () => {
    const { outcome } = await told({ refused: { own: [joris, katja], other: [joris] } });

    expect(outcome.told).toEqual([{ name: 'Katja', region: 'eu-west-2' }]);
    expect(outcome.failed).toEqual([{ name: 'Joris', reason: 'Error: refused' }]);
  });

  test('has one message on one phone, though two contacts have it', async () => {
    const organization = exampleOrganization((draft) => {
      draft.customers.acme.contacts[1].number = joris;
    });

    const { own } = await told({ organization });

    expect(own).toHaveLength(1);
  });

  test('is an operator’s affair when the organization does not know it any more', async () => {
    const organization = exampleOrganization((draft) => {
      delete draft.customers.acme;
      draft.services = [];
    });

    const { outcome } = await told({ organization });

    expect(outcome).toMatchObject({ told: [], failed: [{ name: 'ACME' }] });
  });
});

describe('a copy of an alarm', () => {
  test('says how many were counted before it', async () => {
    const { own } = await told({ about: 'copy', take: async () => ({ kind: 'send', folded: 4 }) });

    expect(own[0]).toBe(
      `${joris} A7K Scheldewater Hosting: alarm bij acme-shop, 03:10: db-3 disk full 95%. (+4 andere)`,
    );
  });

  test('is counted and not sent when there were too many', async () => {
    const { outcome, own } = await told({ about: 'copy', take: async () => ({ kind: 'folded' }) });

    expect(outcome).toMatchObject({ told: [], failed: [], isFolded: true });
    expect(own).toEqual([]);
  });

  test('is sent when the table cannot be asked', async () => {
    const { outcome } = await told({ about: 'copy', take: () => Promise.reject(new Error('no answer')) });

    expect(outcome.told).toHaveLength(2);
  });
});

import { describe, expect, test } from '@jest/globals';
import { route, routeOfService } from '../../../domain/alarm/route.ts';
import { applyAssignment } from '../../../domain/answers/assign.ts';
import { applyOperatorReport } from '../../../domain/answers/operator-report.ts';
import { openIncident } from '../../../domain/escalation/open.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { invariant } from '../../../domain/invariant.ts';
import { policyFor, slaTermsFor } from '../../../domain/organization/default-policies.ts';
import { minute } from '../../../domain/time/instant.ts';
import { diskFull, tenPastThree } from '../an-incident.ts';
import { driveNow, nightOf, says } from '../escalation/a-night.ts';
import { exampleOrganization } from '../example-organization.ts';

const organization = exampleOrganization();

const [service] = organization.services.filter(({ competence }) => competence !== organization.defaultRoster);
invariant(service !== undefined, 'the example has a service of another roster');
const found = routeOfService(organization, service.name);
invariant(found !== undefined, 'the service has a route');

/** An incident of a service that nobody knows. */
function unknown(): Incident {
  const alarm = { ...diskFull, service: 'printer-7' };
  const routed = route(organization, alarm);
  return openIncident(alarm, {
    ...{ code: 'A7K', home: 'eu-central-1', route: routed, now: tenPastThree },
    policy: policyFor(organization, routed.severity),
  });
}

const now = tenPastThree + minute;

function assigned(incident: Incident, id = 'request-1'): Incident {
  const slaTerms = slaTermsFor(organization, found?.customer?.id);
  const outcome = applyAssignment(incident, { route: found as never, slaTerms, by: 'an', id }, now);
  invariant(outcome.kind === 'changed', outcome.kind);
  return outcome.incident;
}

describe('an incident of an unknown service that a person knows', () => {
  test('has a customer from then on, who is told and promised what its SLA says', () => {
    const { route: is, slaTerms, promises } = assigned(unknown());

    expect(is).toMatchObject({ service: service.name, known: true, customer: { id: service.customer } });
    expect(slaTerms).toEqual(slaTermsFor(organization, service.customer));
    expect(promises.map(({ about }) => about)).toEqual(expect.arrayContaining(['incident', 'repair time']));
  });

  test('asks no operator any more whose it is', () => {
    expect(unknown().tasks.map(({ about }) => about.kind)).toEqual(['look']);
    expect(assigned(unknown()).tasks).toEqual([
      expect.objectContaining({ ended: { at: now, outcome: 'done', by: 'an' } }),
    ]);
  });

  test('asks the specialists of the service, unless somebody has it', () => {
    const night = nightOf(unknown());
    driveNow(night);

    expect(assigned(night.incident).ladder).toMatchObject({ round: 2, pages: {} });
    says(night, 'an', 'yes');
    expect(assigned(night.incident)).toMatchObject({ status: 'acknowledged', ladder: { round: 1 } });
  });

  test('keeps the severity that its alarm gave, and says who has found out', () => {
    const { route: is, timeline } = assigned({
      ...unknown(),
      route: { ...unknown().route, severity: 'critical' },
    });

    expect(is.severity).toBe('critical');
    expect(timeline).toContainEqual(
      expect.objectContaining({ kind: 'assigned', by: 'an', service: service.name }),
    );
  });

  test('is found out once by the same message', () => {
    const once = assigned(unknown());

    expect(
      applyAssignment(once, { route: found, slaTerms: undefined, by: 'an', id: 'request-1' }, now),
    ).toEqual({
      kind: 'repeated',
    });
  });

  test('is found out by an operator on the screen of the task', () => {
    const slaTerms = slaTermsFor(organization, found.customer?.id);
    const report = { kind: 'assigned', task: 't1', by: 'Kim', id: 'press-1', shownAt: now } as const;
    const outcome = applyOperatorReport(unknown(), { ...report, route: found, slaTerms }, now);

    expect(outcome).toMatchObject({ kind: 'changed', incident: { route: { known: true } } });
  });
});

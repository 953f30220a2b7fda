import type { EscalationPolicy, EscalationStep, OrganizationError } from './organization.ts';

type Errors = readonly OrganizationError[];

/** Finds mistakes that would make a ladder skip a step, stall or overlap itself. The schema has checked the range of each number. */
export function policyErrors(policy: EscalationPolicy, place: string, isCritical: boolean): Errors {
  return [
    ...policy.steps.flatMap((step, index) => stepErrors(step, `${place}.steps[${index}]`)),
    ...roundErrors(policy, place),
    ...holdErrors(policy, place, isCritical),
  ];
}

function stepErrors({ roles, paths, answerWithinSeconds }: EscalationStep, place: string): Errors {
  const roleErrors = roles.flatMap((role, index) =>
    roles.indexOf(role) === index
      ? []
      : [{ place: `${place}.roles[${index}]`, message: `must be given once, got ${role} again` }],
  );
  const timeErrors = paths.flatMap(({ afterSeconds }, index) => {
    const before = paths[index - 1]?.afterSeconds ?? 0;
    const at = `${place}.paths[${index}].afterSeconds`;
    if (afterSeconds < before) {
      return [
        { place: at, message: `must be at least ${before}, as the path before it, got ${afterSeconds}` },
      ];
    }
    if (afterSeconds < answerWithinSeconds) return [];
    const message = `must be below answerWithinSeconds, ${answerWithinSeconds}, got ${afterSeconds}`;
    return [{ place: at, message }];
  });
  const startsBySms = paths.some(({ kind, afterSeconds }) => kind === 'sms' && afterSeconds === 0);
  const smsErrors = startsBySms
    ? []
    : [{ place: `${place}.paths`, message: 'must have an sms path at 0, got none' }];
  return [...roleErrors, ...timeErrors, ...smsErrors];
}

function roundErrors({ steps, roundSeconds }: EscalationPolicy, place: string): Errors {
  const needed = steps.reduce((sum, { answerWithinSeconds }) => sum + answerWithinSeconds, 0);
  if (roundSeconds >= needed) return [];
  const message = `must be at least ${needed}, the sum of the answer times, got ${roundSeconds}`;
  return [{ place: `${place}.roundSeconds`, message }];
}

function holdErrors({ heldUntilMorning }: EscalationPolicy, place: string, isCritical: boolean): Errors {
  if (heldUntilMorning === undefined) return [];
  const at = `${place}.heldUntilMorning`;
  if (isCritical) return [{ place: at, message: 'must not be given: what is critical is never held' }];
  if (heldUntilMorning.from !== heldUntilMorning.until) return [];
  return [{ place: at, message: `from and until must differ, got ${heldUntilMorning.from} twice` }];
}

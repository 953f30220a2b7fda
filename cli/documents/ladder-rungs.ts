import type { EscalationPolicy, EscalationStep, Path, Role } from '../../domain/organization/organization.ts';

/** Who hears of an incident: those who fill the roles, and the operators. */
export type Lane = Role | 'contact center';

/** By which path: as the picture draws it. */
export type MarkKind = 'sms own' | 'sms other' | 'call';

/** One page of a ladder to which nobody answers. */
export interface Mark {
  readonly lane: Lane;
  readonly kind: MarkKind;
  /** Seconds after the ladder began. */
  readonly at: number;
}

/** For how long a role is waited for, in seconds after the ladder began. */
export interface Bar {
  readonly lane: Lane;
  readonly from: number;
  readonly until: number;
}

/** What a policy does while everybody is silent, once through. */
export interface Rungs {
  readonly marks: readonly Mark[];
  readonly bars: readonly Bar[];
}

/** A policy as it is climbed when SMS are taken, and nobody answers. */
export function rungsOf({ steps, roundSeconds }: EscalationPolicy): Rungs {
  const marks: Mark[] = [];
  const bars: Bar[] = [];
  let from = 0;
  for (const step of steps) {
    const until = from + step.answerWithinSeconds;
    marks.push(...marksOf(step, from));
    bars.push(...step.roles.map((lane): Bar => ({ lane, from, until })));
    from = until;
  }
  // Where the round leaves a pause at its end, the contact center is called at its start.
  const last: readonly Mark[] =
    from < roundSeconds ? [{ lane: 'contact center', kind: 'call', at: from }] : [];
  return { marks: [...marks, ...last], bars };
}

/** A step asks each of its roles by each path, and calls the contact center once for all of them. */
function marksOf({ roles, paths }: EscalationStep, from: number): readonly Mark[] {
  return paths.flatMap((path) =>
    lanesOf(path, roles).map((lane): Mark => ({ lane, kind: kindOf(path), at: from + path.afterSeconds })),
  );
}

function lanesOf(path: Path, roles: readonly Role[]): readonly Lane[] {
  return path.kind === 'call' && path.whom === 'contactCenter' ? ['contact center'] : roles;
}

function kindOf(path: Path): MarkKind {
  switch (path.kind) {
    case 'sms':
      return path.via === 'own' ? 'sms own' : 'sms other';
    case 'call':
      return 'call';
  }
}

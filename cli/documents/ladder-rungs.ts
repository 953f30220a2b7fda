import type { EscalationPolicy, EscalationStep, Path, Role } from '../../domain/organization/organization.ts';

/** Who is paged: those who fill the roles, and the operators. */
export type Lane = Role | 'contact center';

/** The path of a page, as the picture draws it. */
export type MarkKind = 'sms own' | 'sms other' | 'call';

/** One page of a ladder that nobody answers. */
export interface Mark {
  readonly lane: Lane;
  readonly kind: MarkKind;
  /** Seconds after the ladder began. */
  readonly at: number;
}

/** How long a role has to answer, in seconds after the ladder began. */
export interface Bar {
  readonly lane: Lane;
  readonly from: number;
  readonly until: number;
}

/** One round of a policy that nobody answers. */
export interface Rungs {
  readonly marks: readonly Mark[];
  readonly bars: readonly Bar[];
}

/** One round of a policy, when both regions accept SMS and nobody answers. */
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
  // A round that is longer than its steps calls the contact center when the last step is over.
  const last: readonly Mark[] =
    from < roundSeconds ? [{ lane: 'contact center', kind: 'call', at: from }] : [];
  return { marks: [...marks, ...last], bars };
}

/** A step pages each of its roles by each path, and calls the contact center once for all of them. */
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

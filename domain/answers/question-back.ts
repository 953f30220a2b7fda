import type { MayBeMeant, Notice, TaughtWord } from '../incident/notice.ts';
import type { MaybeMeant, Reply } from '../replies/reply.ts';
import type { ReplyAnswer } from './from-sms.ts';
import type { IncidentMeant, KnownIncident } from './incident-meant.ts';

/** The question with which a message is answered that names no incident, or that may be about several. */
export function questionWhich(kind: Reply['kind'], meant: Exclude<IncidentMeant, { kind: 'one' }>): Notice {
  if (meant.kind === 'elsewhere') return { kind: 'unknownCode', code: meant.code };
  if (meant.kind === 'none') return isAboutOwn(kind) ? { kind: 'noneOpen' } : { kind: 'nothingOpen' };
  const [only] = meant.among;
  if (meant.why === 'taken' && only?.taken !== undefined) {
    const { by, until } = only.taken;
    return { kind: 'takeOver', code: only.code, by, until };
  }
  const among = kind === 'undo' ? meant.among : meant.among.filter(({ isOver }) => !isOver);
  if (among.length > 0) return { kind: 'which', incidents: among.map(named), word: taughtFor(kind) };
  return meant.among.length === 1 && only !== undefined
    ? { kind: 'alreadyOver', code: only.code }
    : { kind: 'nothingOpen' };
}

/** The question after a message that was not understood, about the incident that it seems to be about. */
export function questionAbout(
  code: string,
  { maybe, minutes, persons }: Extract<ReplyAnswer, { kind: 'unclear' }>,
  { why, isHeld }: { readonly why: string | undefined; readonly isHeld: boolean },
): Notice {
  if (persons !== undefined && persons.length > 0) {
    const names = persons.map(({ name }) => name);
    const areDifferent = new Set(names).size === names.length;
    return {
      kind: 'whichPerson',
      code,
      names: areDifferent ? names : persons.map(({ responder }) => responder),
    };
  }
  if (maybe === 'yes' && minutes !== undefined) return { kind: 'mayMean', code, word: 'until' };
  if (maybe !== undefined) return { kind: 'mayMean', code, word: mayBe(maybe) };
  // Whoever asks, or has it, is not taught a word that takes.
  return why === 'question' || isHeld ? { kind: 'help' } : { kind: 'notUnderstood', code };
}

function named({ code, customer }: KnownIncident) {
  return { code, customer };
}

/** Words about what the sender works on: nothing else waits for them. */
function isAboutOwn(kind: Reply['kind']): boolean {
  return kind !== 'yes' && kind !== 'no' && kind !== 'unclear';
}

function mayBe(maybe: MaybeMeant): MayBeMeant {
  return maybe === 'handOver' ? 'add' : maybe;
}

/** The word that the question teaches: the one that its sender wrote. */
function taughtFor(kind: Reply['kind']): TaughtWord {
  switch (kind) {
    case 'unclear':
    case 'link':
    case 'list':
    case 'help':
      return 'info';
    case 'status':
      return 'who';
    case 'handOver':
      return 'add';
    default:
      return kind;
  }
}

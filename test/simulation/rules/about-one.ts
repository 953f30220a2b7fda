import { maxUnderWayMs, wordWithoutCodeWithin } from '../../../domain/answers/incident-meant.ts';
import type { Entry } from '../../../domain/incident/timeline.ts';
import { pageTexts } from '../../../domain/messages/texts/texts.ts';
import { exampleOrganization } from '../../scenarios/example.ts';
import type { Act } from '../ledger.ts';
import { kindOfMessage } from '../notice-kinds.ts';
import type { HeardMessage, Play } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** Two pages that are sent in one moment do not know of each other. */
const sameMomentMs = 15_000;

/**
 * A word without a code counts only where it can mean one incident, and a page says "reply yes or no" only where such a
 * word will count.
 */
export function aboutOne(scene: Scene): readonly string[] {
  return [...untruePages(scene), ...scene.incidents.flatMap((seen) => mistaken(seen, scene))];
}

const bareEndings = Object.values(pageTexts).map(({ howToAnswer }) => `. ${howToAnswer}`);

function untruePages({ play: { heard }, incidents }: Scene): readonly string[] {
  return heard
    .filter(({ kind, text }) => kind === 'responder' && bareEndings.some((ending) => text.endsWith(ending)))
    .filter((page) =>
      codesPagedBefore(heard, page.number, page.at - sameMomentMs).some((code) => code !== page.code),
    )
    .map(({ code, number }) => `${code}: ${number} reads that a bare yes counts, and knows others`)
    .filter(() => incidents.length > 0);
}

/** The codes for which a number was paged in the hours before. */
function codesPagedBefore(heard: readonly HeardMessage[], number: string, before: number): readonly string[] {
  const pages = heard.filter(
    (one) =>
      one.number === number &&
      one.at <= before &&
      one.at > before - wordWithoutCodeWithin + sameMomentMs &&
      kindOfMessage(one.text) === 'page',
  );
  return [...new Set(pages.flatMap(({ code }) => code ?? []))];
}

/** What a person is said to have done by SMS, though no message of theirs named this incident, and they knew others. */
function mistaken(seen: Seen, { play, incidents }: Scene): readonly string[] {
  return seen.timeline.flatMap((entry) => {
    if (!isWord(entry)) return [];
    const acts = play.ledger.all().filter((act) => isBehind(act, entry));
    const isNamed = acts.some(({ code, means }) => code === seen.incident.code || /\ball\b/.test(means));
    if (acts.length === 0 || isNamed || acts.some((act) => canMean(act, seen, { play, incidents })))
      return [];
    return [`${seen.incident.code}: ${entry.by} ${entry.kind} it by a word that may be about another`];
  });
}

type Word = Extract<Entry, { readonly kind: 'acknowledged' | 'joined' | 'declined' | 'updated' }>;

function isWord(entry: Entry): entry is Word {
  return (
    (entry.kind === 'acknowledged' ||
      entry.kind === 'joined' ||
      entry.kind === 'declined' ||
      entry.kind === 'updated') &&
    entry.path === 'sms'
  );
}

function isBehind({ by, via, at }: Act, entry: Word): boolean {
  return by === entry.by && via === 'sms' && at <= entry.at && at >= entry.at - maxUnderWayMs;
}

/** Whether a message without a code can mean this incident: its sender has it, or knows no other. */
function canMean(
  { code, at, by }: Act,
  seen: Seen,
  { play, incidents }: Pick<Scene, 'play' | 'incidents'>,
): boolean {
  if (code !== undefined) return false;
  if (hadIt(seen, by, at)) return true;
  if (incidents.some((other) => other !== seen && hadIt(other, by, at))) return false;
  return codesKnown(play, by, at).every((known) => known === seen.incident.code);
}

function codesKnown({ heard }: Play, by: string, at: number): readonly string[] {
  const numbers = exampleOrganization.responders[by]?.numbers ?? [];
  return numbers.flatMap((number) => codesPagedBefore(heard, number, at - sameMomentMs));
}

/** Whether a responder had said yes to an incident then, and it had not ended for them. */
function hadIt({ timeline }: Seen, by: string, at: number): boolean {
  const own = timeline.filter((entry) => entry.at <= at && isAboutOwn(entry, by));
  const last = own.at(-1);
  return (
    last !== undefined && (last.kind === 'acknowledged' || last.kind === 'joined' || last.kind === 'updated')
  );
}

function isAboutOwn(entry: Entry, by: string): boolean {
  if (entry.kind === 'resolved' || entry.kind === 'reopened') return true;
  return 'by' in entry && entry.by === by && ownTurns.includes(entry.kind);
}

const ownTurns: readonly Entry['kind'][] = [
  ...(['acknowledged', 'joined', 'updated', 'declined', 'undone', 'acknowledgement ran out'] as const),
];

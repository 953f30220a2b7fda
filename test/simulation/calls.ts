import type { PhoneCall } from '../../local/phones/calls.ts';
import { keysIn, wrongKeyIn } from '../scenarios/spoken.ts';
import type { CallMove } from './night.ts';
import { knownCodes, type Play } from './play.ts';

/** Whose phone rings, and what the ledger records about it. */
export interface Listener {
  readonly number: string;
  /** A responder's id, or the contact center. */
  readonly who: string;
}

/** Seconds between two keys that a person presses. */
const betweenKeys = 8;

/** Plans what a person does with a call that rings. */
export function planCall(play: Play, listener: Listener, call: PhoneCall, move: CallMove | undefined): void {
  if (move === undefined || move.kind === 'rings out') return;
  const { agenda, stage, story } = play;
  const { who } = listener;
  const at = call.at + move.after * 1000;
  if (move.kind !== 'presses') {
    agenda.add(at, async () => {
      const action = actions[move.kind];
      const isDone = await handle(play, listener, call.id, { action });
      if (isDone) story.tell(stage.now(), `${who} ${move.kind}`);
    });
    return;
  }
  agenda.add(at, async () => {
    if (!(await handle(play, listener, call.id, { action: 'answer' }))) return;
    story.tell(stage.now(), `${who} answers the call`);
    for (const [index, key] of move.keys.entries()) {
      const seconds = move.keyAfter + index * betweenKeys;
      agenda.add(stage.now() + seconds * 1000, () =>
        press(play, listener, call.id, { key, isFirst: index === 0 }),
      );
    }
  });
}

const actions = {
  'hangs up': 'hang-up',
  voicemail: 'voicemail',
  'answers and says nothing': 'answer',
} as const;

async function press(
  play: Play,
  listener: Listener,
  id: string,
  { key, isFirst }: { readonly key: 'yes' | 'no' | 'wrong'; readonly isFirst: boolean },
): Promise<void> {
  const { stage, story, ledger } = play;
  const call = await callOf(play, listener, id);
  if (call === undefined || call.status !== 'answered' || call.spoken.length === 0) return;
  const keys = keysIn(call);
  const digits = key === 'wrong' ? wrongKeyIn(call) : keys[key];
  if (digits === '') return;
  const codes = knownCodes(play).filter((code) => call.spoken[0]?.includes([...code].join(', ')));
  const [code] = codes;
  const isTaken = await handle(play, listener, id, { action: 'press', digits });
  if (!isTaken) return;
  story.tell(stage.now(), `${listener.who} presses ${key} (${digits}) for ${code ?? 'nothing known'}`);
  ledger.note({ at: stage.now(), by: listener.who, via: 'voice', means: key, code, isPlain: isFirst });
}

/** False when the call no longer allows it. */
async function handle({ stage }: Play, { number }: Listener, id: string, action: object): Promise<boolean> {
  try {
    await stage.call('POST', `/local/phones/${encodeURIComponent(number)}/calls/${id}`, action);
    return true;
  } catch (error) {
    if (String(error).includes('answered 409')) return false;
    throw error;
  }
}

async function callOf(
  { stage, night }: Play,
  { number }: Listener,
  id: string,
): Promise<PhoneCall | undefined> {
  const { phones } = await stage.since(night.startAt);
  return phones.find((phone) => phone.number === number)?.calls.find((call) => call.id === id);
}

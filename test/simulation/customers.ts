import { type HeardMessage, nextMove, type Play } from './play.ts';

/** A contact of a customer. */
export interface CustomerContact {
  readonly name: string;
  readonly number: string;
}

/** A contact reads a message: this plans what they write back. */
export function contactReads(play: Play, contact: CustomerContact, message: HeardMessage): void {
  const { onQuestion, onNews } = play.night.customers;
  const digits = digitsIn(message.text);
  if (digits === undefined && message.code === undefined) return;
  const move = nextMove(play, digits === undefined ? onNews : onQuestion);
  if (move === undefined || move.kind === 'nothing') return;
  const { stage, ledger, story } = play;
  const wrong = digits === '1111' ? '2222' : '1111';
  const text = move.text.replaceAll('{digits}', digits ?? '').replaceAll('{wrong}', wrong);
  play.agenda.add(message.at + move.after * 1000, async () => {
    const isMeant = digits !== undefined && text.includes(digits);
    ledger.note({
      ...{ at: stage.now(), by: contact.name, via: 'customer', means: move.means },
      ...(isMeant ? { about: digits } : {}),
      ...(move.means === 'words' ? { code: message.code } : {}),
    });
    story.tell(stage.now(), `${contact.name} (customer) writes "${text}" (${move.means})`);
    await stage.call('POST', `/local/phones/${encodeURIComponent(contact.number)}/messages`, { text });
  });
}

/** The four digits of a request for consent. The text contains them twice. */
function digitsIn(text: string): string | undefined {
  return /\b(\d{4})\b.*\b\1\b/.exec(text)?.[1];
}

/** Something that somebody did in a night, to hold against what the product made of it. */
export interface Act {
  readonly at: number;
  /** A responder's id, an operator's or a contact's name, or a source. */
  readonly by: string;
  readonly via: 'sms' | 'voice' | 'api' | 'operator' | 'customer' | 'source';
  /** As the reply corpus calls it; of an operator, the word that was pressed. */
  readonly means: string;
  /** The incident's code, where one was named. */
  readonly code?: string | undefined;
  /** The task of an operator's word, the digits of a customer's, the alarm of a source's. */
  readonly about?: string | undefined;
  /** Nobody can misunderstand it: it must have its effect. */
  readonly isPlain?: boolean | undefined;
  /** Of a source's event: when it happened. */
  readonly occurredAt?: number | undefined;
  /** It reads like what a phone answers by itself. */
  readonly isByItself?: boolean | undefined;
}

/** All that was done so far. */
export interface Ledger {
  note(act: Act): void;
  /** Those of the kind that may be about an incident: by its code, or without one. */
  about(code: string, isMeant: (act: Act) => boolean): readonly Act[];
  all(): readonly Act[];
}

export function ledger(): Ledger {
  const acts: Act[] = [];
  return {
    note: (act) => void acts.push(act),
    about: (code, isMeant) =>
      acts.filter((act) => (act.code === undefined || act.code.toUpperCase() === code) && isMeant(act)),
    all: () => acts,
  };
}

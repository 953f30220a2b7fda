/** One act of a person or a source in a night. Rules compare it with what the product made of it. */
export interface Act {
  readonly at: number;
  /** The id of a responder, the name of an operator or of a customer contact, or a source. */
  readonly by: string;
  readonly via: 'sms' | 'voice' | 'api' | 'operator' | 'customer' | 'source';
  /** The meaning as the reply corpus names it; for an operator, the word of the button. */
  readonly means: string;
  /** The incident's code, where the person named one. */
  readonly code?: string | undefined;
  /** The task of an operator's press, the digits of a customer's answer, or the table's key of a source's event. */
  readonly about?: string | undefined;
  /** The act is unmistakable: it must have its effect. */
  readonly isPlain?: boolean | undefined;
  /** For a source's event: when it happened. */
  readonly occurredAt?: number | undefined;
  /** It reads like an automatic reply of a phone. */
  readonly isByItself?: boolean | undefined;
}

/** All acts so far. */
export interface Ledger {
  note(act: Act): void;
  /** The acts of the kind that may be about an incident: they name its code, or no code. */
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

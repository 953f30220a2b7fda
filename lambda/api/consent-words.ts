import type { ActionBody } from '../../domain/api/actions.ts';
import type { RecordedAnswer } from '../../domain/consent/record.ts';

/** What a responder does about a customer's consent: they ask for it, or record the outcome of a request. */
export type ConsentWords =
  | { readonly kind: 'ask'; readonly what: string }
  | { readonly kind: 'record'; readonly request: string; readonly answer: RecordedAnswer };

type Given = Omit<ActionBody<'consent'>, 'by' | 'path'>;

/** Reads which of the two a request is, or says what is wrong with it. */
export function consentWords({ action, request, answer, who, reason }: Given): ConsentWords | string {
  const isRecord = [request, answer, who, reason].some((part) => part !== undefined);
  if (action !== undefined) {
    return isRecord
      ? 'Either action asks the customer for consent, or request and answer record what came of it: not both at once.'
      : { kind: 'ask', what: action.trim() };
  }
  if (request === undefined || answer === undefined) {
    return 'action asks the customer for consent to it; request (such as c1) and answer (granted, refused, withdrawn or decided) record what came of it.';
  }
  const recorded = recordedAnswer(answer, who, reason);
  return typeof recorded === 'string' ? recorded : { kind: 'record', request, answer: recorded };
}

function recordedAnswer(
  kind: RecordedAnswer['kind'],
  who: string | undefined,
  reason: string | undefined,
): RecordedAnswer | string {
  const isByContact = kind === 'granted' || kind === 'refused';
  if (!isByContact && who !== undefined) return `who belongs to granted and refused, not to ${kind}.`;
  if (kind !== 'decided' && reason !== undefined) return `reason belongs to decided, not to ${kind}.`;
  if (isByContact) {
    return who === undefined ? `who must be the customer contact who has ${kind} it.` : { kind, who };
  }
  if (kind === 'withdrawn') return { kind };
  return reason === undefined ? 'reason must say why it is done without the customer.' : { kind, reason };
}

import { incidentIdOf } from '../../aws/table/incident-item.ts';
import { readKey } from '../../domain/answers/from-sms.ts';
import { acceptByPhone } from '../../domain/answers/operator-report.ts';
import { spokenOutcome } from '../../domain/messages/spoken-text.ts';
import { testHeardText } from '../../domain/messages/test-page-text.ts';
import type { Language } from '../../domain/organization/organization.ts';
import type { Cell } from '../cell/cell.ts';
import { log, masked } from '../cell/log.ts';
import { answersTest, testKey } from '../channels/test-page.ts';
import { applyAnswer, changeIncident } from '../incidents/change-incident.ts';

/** A key that was pressed in a call. */
export interface Press {
  readonly phone: string;
  readonly incidentKey: string;
  readonly generation: number;
  readonly attempt: string;
  readonly language: Language;
  readonly digit: string;
}

/** What the contact flow says next, and whether it may say that the answer is stored. */
export interface Pressed {
  readonly result: 'stored' | 'notStored';
  readonly say: string;
}

/**
 * Handles a pressed key: compares it with the digits that were stored for this call, and applies the answer that it
 * means. It returns "stored" only when the answer is stored.
 */
export async function press(cell: Cell, pressed: Press): Promise<Pressed> {
  const { phone, incidentKey, generation, attempt, language, digit } = pressed;
  if (incidentKey === testKey) return pressOfTest(cell, pressed);
  const line = await cell.lines.find(phone);
  const isThisCall = line?.key === incidentKey && line.generation === generation && line.attempt === attempt;
  if (line === undefined || !isThisCall) {
    log.warn('a key of a call that is not stored', { phone: masked(phone), attempt });
    return notStored(spokenOutcome('notStored', line?.code ?? '', language));
  }
  const { code, responder, digits } = line;
  const say = (words: Parameters<typeof spokenOutcome>[0]) => spokenOutcome(words, code, language);
  const key = readKey(digit, digits, responder !== undefined);
  const id = `call ${incidentIdOf(line)}/${attempt}`;

  if (key.kind === 'wrong digit' || (key.kind === 'answer' && responder === undefined)) {
    return notStored(say('wrongDigit'));
  }
  if (key.kind === 'confirmation') {
    const { kind } = await changeIncident(cell, line, (seen, now) => acceptByPhone(seen, id, now));
    return kind === 'written' || kind === 'repeated' ? stored(say('confirmed')) : notStored(say('over'));
  }
  const notice = await applyAnswer(cell, line, { kind: key.answer, by: responder ?? '', path: 'voice', id });
  if (notice !== undefined) return notStored(say('over'));
  return stored(say(key.answer === 'yes' ? 'acknowledged' : 'declined'));
}

async function pressOfTest(cell: Cell, { phone, digit, language }: Press): Promise<Pressed> {
  const isRight = await answersTest(cell, 'call', { phone, answer: digit });
  return isRight ? stored(testHeardText(language)) : notStored(spokenOutcome('wrongDigit', '', language));
}

function stored(say: string): Pressed {
  return { result: 'stored', say };
}

function notStored(say: string): Pressed {
  return { result: 'notStored', say };
}

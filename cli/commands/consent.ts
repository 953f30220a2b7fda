import type { BodyOf } from '../../domain/api/operations.ts';
import { act } from './act.ts';
import { type Command, type Given, type Result, textIn } from './command.ts';

/** Asks a customer for consent to a drastic action, or records the outcome. */
export const consent: Command = {
  summary: 'ask the customer for consent to a drastic action, or record the outcome',
  usage: '<id|code> [<action>] [--request <request> <answer>] [--as <responder>]',
  help: [
    '<action>               what is to be done, such as "restart the database": the customer reads it by SMS',
    '--request <request>    which request an answer is to, such as c1; permanence show tells',
    'and one answer:',
    '--granted-by <name>    a contact of the customer has agreed, to you',
    '--refused-by <name>    or has not',
    '--withdraw             it is not needed any more',
    '--decide <reason>      nobody there can be reached, and you, who are management now, decide',
  ],
  options: {
    request: { type: 'string' },
    'granted-by': { type: 'string' },
    'refused-by': { type: 'string' },
    withdraw: { type: 'boolean' },
    decide: { type: 'string' },
  },
  operands: ['<id|code>'],
  optional: ['<action>'],
  async run(given) {
    const [, action] = given.operands;
    const request = textIn(given, 'request');
    const [answer, ...others] = answersIn(given);
    if (action !== undefined && request === undefined && answer === undefined) return sent(given, { action });
    if (action === undefined && request !== undefined && answer !== undefined && others.length === 0)
      return sent(given, { request, ...answer });
    return {
      kind: 'misused',
      message:
        'either an action asks the customer, or --request with exactly one of --granted-by, --refused-by, --withdraw and --decide records an answer',
    };
  },
};

type Words = Omit<BodyOf<'consent'>, 'by'>;

function sent(given: Given, words: Words): Promise<Result> {
  return act(given, (by, on) => given.ask('consent', { ...on, body: { by, ...words } }), {
    printsConsents: true,
  });
}

function answersIn(given: Given): readonly Words[] {
  const granted = textIn(given, 'granted-by');
  const refused = textIn(given, 'refused-by');
  const reason = textIn(given, 'decide');
  const answers: Words[] = [];
  if (granted !== undefined) answers.push({ answer: 'granted', who: granted });
  if (refused !== undefined) answers.push({ answer: 'refused', who: refused });
  if (given.values['withdraw'] === true) answers.push({ answer: 'withdrawn' });
  if (reason !== undefined) answers.push({ answer: 'decided', reason });
  return answers;
}

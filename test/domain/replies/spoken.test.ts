import { describe, expect, test } from '@jest/globals';
import { parseReply } from '../../../domain/replies/parse.ts';
import { inWords } from './corpus/row.ts';

const read = (text: string) => inWords(parseReply(text));

describe('a reply in dialect, in a hurry or spoken to a phone', () => {
  test.each([
    ['jsuis dessus', 'yes'],
    ['ja kneem het', 'yes'],
    ['kein Thema, schau ich mir an', 'yes'],
    ['ok gib mir 15 min', 'yes 15'],
    ['oui mais il me faut 20 min', 'yes 20'],
    ['yes but i need 15 min', 'yes 15'],
    ['Ja Komma ich schaue mir das an Punkt', 'yes'],
    ['jpeux pas', 'no'],
    ['nein Komma bin krank Punkt', 'no'],
    ['yeah no, 200 km away', 'no'],
    ['would love to say yes but I cant', 'no'],
  ])('is understood: %j', (text, means) => {
    expect(read(text)).toBe(means);
  });

  test.each([
    'ja Fragezeichen',
    'yes question mark',
    'ja maar ik heb hulp nodig',
    'yes but i need bram for 15 min',
    'ok geef me 20 min om te zien of ik kan',
    'yes but i need 15 min if nobody else can',
    'ja nee ja',
    'yes give me 10 min to think about it',
    'ok give me 5 min to decide',
    'fixed, db-3 down',
    'A7K done, errors up to 20%',
    'A7K fixed 50% restarted',
  ])('is asked back where it doubts: %j', (text) => {
    expect(parseReply(text).kind).toBe('unclear');
  });
});

describe('an answer taken back', () => {
  test.each([
    'ignore my last message',
    'oublie ma réponse',
    'vergiss was ich geschrieben habe',
    'neem mijn ja terug',
    'forget what i said',
  ])('is an undo, whatever else is said: %j', (words) => {
    expect(
      [words, `oops, ${words}`, `sorry ik zei ja, ${words}`].map((text) => parseReply(text).kind),
    ).toEqual(['undo', 'undo', 'undo']);
  });

  test.each(['dont ignore my last message', 'did you ignore my last message?', 'scratch that disk'])(
    'is none in %j',
    (text) => {
      expect(parseReply(text).kind).not.toBe('undo');
    },
  );
});

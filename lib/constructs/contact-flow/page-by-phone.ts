import type { Language } from '../../../domain/organization/organization.ts';
import { keySeconds, readings } from '../../../domain/paging/page.ts';
import { functionSeconds } from '../../../domain/timeouts.ts';
import { askDigit, compare, hangUp, invoke, logging, loop, type PollyVoice, say, voice } from './actions.ts';
import { type ContactFlow, contactFlow } from './flow.ts';

/**
 * Voices that Amazon Connect has in both of its European regions. Source: Amazon Polly developer guide, "Available
 * voices".
 */
const voices: Readonly<Record<Language, PollyVoice>> = {
  nl: { voice: 'Laura', engine: 'Neural' },
  fr: { voice: 'Lea', engine: 'Neural' },
  de: { voice: 'Vicki', engine: 'Neural' },
  en: { voice: 'Amy', engine: 'Neural' },
};

const languages = Object.keys(voices) as Language[];

/**
 * A page by phone. It reads the message twice and waits for one key. It says that the answer is stored only when the
 * function has said so. Answering the phone alone is no answer: a person who hangs up or stays silent, and a
 * voicemail, end the call without one.
 */
export function pageByPhone(functionArn: string): ContactFlow {
  const speak = (language: Language) => `speak ${language}`;
  return contactFlow(
    logging('log', false, 'which language?'), // the text is personal, and the key is a secret while the call lasts
    compare(
      'which language?',
      '$.Attributes.language',
      Object.fromEntries(languages.map((language) => [language, speak(language)])),
      speak('en'),
    ),
    ...languages.map((language) => voice(speak(language), voices[language], 'read again?')),
    loop('read again?', readings, 'read', 'hang up'),
    askDigit('read', {
      text: '$.Attributes.spokenMessage',
      waitSeconds: keySeconds,
      next: 'a key?',
      failed: 'hang up',
    }),
    compare('a key?', '$.StoredCustomerInput', { Timeout: 'read again?' }, 'store'),
    invoke('store', {
      functionArn,
      waitSeconds: functionSeconds['call-answer'],
      parameters: { digit: '$.StoredCustomerInput' },
      next: 'stored?',
      failed: 'not stored',
    }),
    compare(
      'stored?',
      '$.External.result',
      { stored: 'what came of it', notStored: 'what came of it' },
      'not stored',
    ),
    say('what came of it', '$.External.say', 'hang up'),
    say('not stored', '$.Attributes.notStored', 'hang up'),
    hangUp('hang up'),
  );
}

/** By which way an answer came. `contact center`: an operator has spoken with him or her. */
export type AnswerPath = 'sms' | 'voice' | 'screen' | 'board' | 'command line' | 'contact center';

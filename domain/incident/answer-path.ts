/** The path by which an answer came. `contact center`: an operator has spoken with the responder. */
export type AnswerPath = 'sms' | 'voice' | 'screen' | 'board' | 'command line' | 'contact center';

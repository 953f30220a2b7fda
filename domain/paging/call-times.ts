import { second } from '../time/instant.ts';

/**
 * Seconds for which a phone rings. Long enough to wake somebody, and two calls within three minutes pass a phone's
 * "do not disturb". Amazon Connect takes 15 to 60. Source: its API reference, StartOutboundVoiceContact.
 */
export const ringSeconds = 30;

/** Times that the message is spoken, each time with a pause in which a key may be pressed. */
export const readings = 2;

/** Seconds of the pause after each reading. */
export const keySeconds = 6;

/** Seconds that a call may take from its answer: two readings of some 17 seconds, their pauses, the key's storing, the last words. */
const maxTalkSeconds = 60;

/** Milliseconds after which no call can still be open: until then the same phone is not called again. */
export const maxCallMs = (ringSeconds + maxTalkSeconds) * second;

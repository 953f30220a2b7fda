import { second } from '../time/instant.ts';

/**
 * Seconds for which a phone rings. That is long enough to wake a person. It is also short enough for two calls within three
 * minutes, which pass a phone's "do not disturb". Amazon Connect accepts 15 to 60. Source: Amazon Connect API reference,
 * StartOutboundVoiceContact.
 */
export const ringSeconds = 30;

/** The number of times that a call speaks its message. A pause for the key follows each time. */
export const readings = 2;

/** Seconds of the pause after each reading, in which the person may press a key. */
export const keySeconds = 6;

/**
 * Seconds from the answer of a call to its end, at most: two readings of some 17 seconds, their pauses, the time to store
 * the key, and the closing words.
 */
const maxTalkSeconds = 60;

/** Milliseconds after which no call can still be open. Until then the same phone is not called again. */
export const maxCallMs = (ringSeconds + maxTalkSeconds) * second;

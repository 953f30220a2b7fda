/** Milliseconds for one attempt at an outside thing: to connect, and in all. Where another path exists nothing is tried twice. */
export const connectMs = 800;
export const requestMs = {
  table: 1000,
  sms: 2000,
  voice: 2000,
  workflow: 1000,
  object: 1000,
  secret: 1000,
  parameter: 1000,
  queue: 2000,
  certificate: 1500,
} as const;

/** One message by SMS, at worst: the own region silent, then the other. */
const messageMs = 2 * (connectMs + requestMs.sms);

/** An act is begun this soon after its claim or not at all, so that none is under way when another driver takes over. */
export const beginWithinMs = 2000;

/** For how long it is read what a phone was paged for before. A page is not late for the sake of its last words. */
export const knownToPhoneMs = 600;

/** From a driver's claim to its deadline: until its act has begun, and what it may take. */
export const actTimeoutMs = beginWithinMs + knownToPhoneMs + messageMs;

/** One call, at worst: its line noted in the table, the own region silent, then the other. */
const callMs = 2 * (connectMs + requestMs.table) + 2 * (connectMs + requestMs.voice);

/** As `actTimeoutMs`, for a call. */
export const callTimeoutMs = beginWithinMs + callMs;

/** After the end of a wait, in which the workflow must have woken and claimed again. */
export const wakeTimeoutMs = 10_000;

/** A takeover leaves a driver this much after its deadline: clocks differ, and an answer wakes it in this time. */
export const takeoverGraceMs = 3000;

/** The intake answers within this, whatever hangs: a source gives up after 5 seconds. */
export const intakeTimeoutMs = 4500;

/**
 * An alarm that is not stored after this is paged without the table, which then has a little longer: one replica's silence
 * and the other's answer fit into the first.
 */
export const storingTimeoutMs = { untilPaged: 1500, afterwards: 800 } as const;

/** Seconds for each function: its attempts one after the other, and room for a cold start. */
export const functionSeconds = {
  intake: 10,
  /** Reading the organization, a claim, an act, a record: 2 x 1 s each for table and object, and two messages or calls. */
  step: 25,
  /** An incident looked up, answered and told; where it is tried again, after the time that pages without the table take to store theirs. */
  answer: 35,
  /** A contact flow waits for it no longer. Source: Amazon Connect developer guide, InvokeLambdaFunction. */
  'call-answer': 8,
  guardian: 150,
  /** A list reads the index, then ten parts of the table at once; an answer tries again while a driver writes. */
  people: 20,
  /** As for `people`; one press may answer for ten incidents at once, each tried again while a driver writes. */
  screen: 20,
} as const;

/**
 * Megabytes of each function. A processor's share goes by them (1,769 are a whole one), and a cold start on the way to a
 * page is mostly reading code.
 *
 * The guardian runs all the time, so it is what a quiet month costs. It needs 110 at rest and 190 with a thousand incidents
 * overdue at once, and Lambda's own 30. With this seventh of a processor it takes over 100 incidents in 15 seconds; with
 * half of it, connections ran out of their time.
 */
export const functionMegabytes = {
  intake: 512,
  step: 512,
  answer: 512,
  'call-answer': 512,
  guardian: 256,
  people: 512,
  screen: 512,
} as const;

/** The guardian is started each minute and sweeps for longer than two, so that runs overlap. */
export const guardianSweeps = { everyMs: 10_000, forMs: 125_000 } as const;

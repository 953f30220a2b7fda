/** A call as `GET /local/state` shows it. */
export interface PhoneCall {
  readonly id: string;
  readonly region: string;
  readonly status: 'ringing' | 'answered' | 'ended';
  readonly spoken: readonly string[];
  readonly at: number;
}

/** The caller, which hears what the person at the phone does. */
export interface WhoCalls {
  answered(): void;
  pressed(key: string): void;
  hungUp(): void;
}

/** The calling end of a call. */
export interface Line {
  status(): PhoneCall['status'];
  say(text: string): void;
  end(): void;
}

/** What a person does with a call. A voicemail answers and never presses a key. */
export type CallAction =
  | { readonly kind: 'answer' | 'hang-up' | 'voicemail' }
  | { readonly kind: 'press'; readonly digits: string };

export type Handling =
  | { readonly kind: 'done' }
  | { readonly kind: 'unknown' }
  /** The current state of the call does not allow this. */
  | { readonly kind: 'impossible'; readonly reason: string };

/** The calls of all phones. */
export interface PhoneCalls {
  /** Lets the phone ring. A phone that already rings or is on the line is busy; then the call ends at once. */
  ring(call: { readonly id: string; readonly region: string; readonly to: string }, caller: WhoCalls): Line;
  handle(number: string, id: string, action: CallAction): Handling;
  of(number: string): readonly PhoneCall[];
}

interface Call {
  readonly view: { -readonly [Key in keyof PhoneCall]: PhoneCall[Key] } & { readonly spoken: string[] };
  readonly caller: WhoCalls;
  isVoicemail: boolean;
}

/** `noted` gets each number that is called, before its phone rings. */
export function phoneCalls({
  now,
  noted,
}: {
  readonly now: () => number;
  readonly noted: (number: string) => void;
}): PhoneCalls {
  const calls = new Map<string, Call[]>();
  const callsOf = (number: string) => calls.get(number) ?? [];
  return {
    of: (number) => callsOf(number).map(({ view }) => ({ ...view, spoken: [...view.spoken] })),
    ring({ id, region, to }, caller) {
      noted(to);
      const isBusy = callsOf(to).some(({ view }) => view.status !== 'ended');
      const status: PhoneCall['status'] = isBusy ? 'ended' : 'ringing';
      const call: Call = { view: { id, region, status, spoken: [], at: now() }, caller, isVoicemail: false };
      calls.set(to, [...callsOf(to), call]);
      return {
        status: () => call.view.status,
        say: (text) => void call.view.spoken.push(text),
        end: () => {
          call.view.status = 'ended';
        },
      };
    },
    handle(number, id, action) {
      const call = callsOf(number).find(({ view }) => view.id === id);
      return call === undefined ? { kind: 'unknown' } : handle(call, action);
    },
  };
}

function handle(call: Call, action: CallAction): Handling {
  const { view, caller } = call;
  const impossible = (reason: string): Handling => ({ kind: 'impossible', reason });
  if (view.status === 'ended') return impossible('the call has ended');
  if (action.kind === 'press') {
    if (view.status !== 'answered') return impossible('the call is not answered');
    if (call.isVoicemail) return impossible('a voicemail presses no key');
    for (const key of action.digits) caller.pressed(key);
    return { kind: 'done' };
  }
  if (action.kind === 'hang-up') {
    view.status = 'ended';
    caller.hungUp();
    return { kind: 'done' };
  }
  if (view.status !== 'ringing') return impossible('the call is answered already');
  view.status = 'answered';
  call.isVoicemail = action.kind === 'voicemail';
  caller.answered();
  return { kind: 'done' };
}

/** An alarm as sources of our own send it. */
export interface NativeAlarm {
  readonly dedupKey: string;
  readonly service: string;
  readonly summary: string;
  readonly severity?: string;
  readonly state?: 'firing' | 'resolved';
  readonly occurredAt?: string;
}

/** What a request says beside method and path. */
export interface RequestOptions {
  readonly region?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** To which cell, and with which key; `null` for none. */
export interface PostOptions {
  readonly region?: string;
  readonly key?: string | null;
  /** How many requests are sent at the same time, this one included. */
  readonly together?: number;
}

/** What an alarm is answered with. */
export interface Accepted {
  readonly status: number;
  readonly body: {
    readonly incidentId: string;
    readonly code: string;
    readonly status: string;
    readonly warnings?: readonly { readonly place: string; readonly message: string }[];
  };
}

/** What any request is answered with. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** As it came, and what it says as JSON. */
  readonly text: string;
  readonly body: Record<string, unknown>;
}

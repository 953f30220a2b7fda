/** A native alarm, as sources send it. */
export interface NativeAlarm {
  readonly dedupKey: string;
  readonly service: string;
  readonly summary: string;
  readonly severity?: string;
  readonly state?: 'firing' | 'resolved';
  readonly occurredAt?: string;
}

/** The parts of a request beside method and path. */
export interface RequestOptions {
  readonly region?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The region of the cell, and the key; `null` for none. */
export interface PostOptions {
  readonly region?: string;
  readonly key?: string | null;
  /** The number of requests that are sent at the same time, including this one. */
  readonly together?: number;
}

/** The answer to an alarm. */
export interface Accepted {
  readonly status: number;
  readonly body: {
    readonly incidentId: string;
    readonly code: string;
    readonly status: string;
    readonly warnings?: readonly { readonly place: string; readonly message: string }[];
  };
}

/** The answer to any request. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as text, and parsed as JSON. */
  readonly text: string;
  readonly body: Record<string, unknown>;
}

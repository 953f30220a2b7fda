import type { ResourceTypes } from '../template/resource.ts';

/** Who makes a call: the outside with the account's own credentials, a role of the templates, or an AWS service. */
export type Caller =
  | { readonly kind: 'account' }
  | { readonly kind: 'role'; readonly roleArn: string; readonly sessionName: string; readonly region: string }
  | { readonly kind: 'service'; readonly principal: string; readonly sourceArn: string };

/** One call of an AWS client, as it came over the wire. `region` and `service` are those of the signature. */
export interface AwsCall {
  readonly service: string;
  readonly region: string;
  readonly caller: Caller;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface AwsAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** What a call needs: an IAM action, the resource that it touches (`*` where the action knows none), condition keys. */
export interface Permission {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** The names of `PUT /local/faults`. */
export type FaultService =
  | 'sms'
  | 'voice'
  | 'tasks'
  | 'table'
  | 'workflow'
  | 'functions'
  | 'api'
  | 'schedules'
  | 'objects'
  | 'secrets'
  | 'parameters'
  | 'witness';

/** An error that AWS itself would answer with: thrown by `perform`, put on the wire by `failure`. */
export interface AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** Further members of the error's document, as `Item` of a failed condition. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export function awsError(
  code: string,
  message: string,
  { status = 400, details = {} }: { status?: number; details?: Readonly<Record<string, unknown>> } = {},
): AwsError {
  return Object.assign(new Error(message), { name: code, code, status, details });
}

export function isAwsError(error: unknown): error is AwsError {
  return error instanceof Error && 'code' in error && 'status' in error;
}

/** One AWS service at the port: its wire protocol, and what each call of it needs. */
export interface AwsService {
  /** The service's name in the credential scope of a signature: `dynamodb`, `states`, `sns` ... */
  readonly signingName: string;
  /** The operation as AWS names it: `UpdateItem`. Throws for one that is not known here. */
  operation(call: AwsCall): string;
  /** Which switch of the faults stands before this call; undefined where none does. */
  fault(call: AwsCall): FaultService | undefined;
  /** All of them must be allowed. */
  permissions(call: AwsCall): readonly Permission[];
  /** Carries the call out. `drop`: accepted, answered as a success, and nothing comes of it. Throws an `AwsError` for what AWS refuses. */
  perform(call: AwsCall, how: { readonly drop: boolean }): Promise<AwsAnswer>;
  /** The error in this service's wire format. */
  failure(call: AwsCall, error: AwsError): AwsAnswer;
}

/** What a module under `services/` gives to the cloud. */
export interface CloudService {
  readonly aws?: AwsService;
  readonly resourceTypes: ResourceTypes;
}

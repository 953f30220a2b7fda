/** The kernel: what a service of the local cloud is, and the one port at which all of them answer. */

import type { ResourceTypes } from '../template/resource.ts';

/** The caller: the account with its own credentials, a role of the templates, or an AWS service. */
export type Caller =
  | { readonly kind: 'account' }
  | { readonly kind: 'role'; readonly roleArn: string; readonly sessionName: string; readonly region: string }
  | { readonly kind: 'service'; readonly principal: string; readonly sourceArn: string };

/** One call of an AWS client. `region` and `service` are those of its signature. */
export interface AwsCall {
  readonly service: string;
  readonly region: string;
  readonly caller: Caller;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Header names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface AwsAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/**
 * What a call needs: an IAM action, the resource that it touches (`*` for an action without resources), condition
 * keys.
 */
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

/** An error that AWS would answer with. `perform` throws it, `failure` turns it into a response. */
export interface AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** Additional members of the error's document, such as `Item` of a failed condition. */
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

/** One AWS service: its wire protocol, and the permissions that each call needs. */
export interface AwsService {
  /** The service's name in the credential scope of a signature: `dynamodb`, `states`, `sns` ... */
  readonly signingName: string;
  /** The operation as AWS names it, such as `UpdateItem`. Throws for an unknown one. */
  operation(call: AwsCall): string;
  /** The fault switch for this call; undefined when no switch applies. */
  fault(call: AwsCall): FaultService | undefined;
  /** The permissions. IAM must allow all of them. */
  permissions(call: AwsCall): readonly Permission[];
  /**
   * Performs the call. With `drop` it accepts the call and answers with success, but nothing happens. Throws an
   * `AwsError` when AWS would refuse.
   */
  perform(call: AwsCall, how: { readonly drop: boolean }): Promise<AwsAnswer>;
  /** The error in this service's wire format. */
  failure(call: AwsCall, error: AwsError): AwsAnswer;
}

/** What a module under `services/` provides. */
export interface CloudService {
  readonly aws?: AwsService;
  readonly resourceTypes: ResourceTypes;
}

import { type AwsCallParts, serveAwsCall } from './aws-calls.ts';
import type { WaitingCallers } from './faults/kept-calls.ts';
import type { PortAnswer, PortRequest } from './kernel/port.ts';
import { problem } from './kernel/problem.ts';
import type { AwsAnswer, Caller } from './kernel/service.ts';
import { togetherHeader } from './quiet/lockstep.ts';
import type { ApiRequest } from './services/api-gateway/route.ts';
import { isThreadKey } from './services/lambda/function-pool.ts';
import type { FunctionThread } from './services/lambda/function-thread.ts';

/** Everything that answers at the port. */
export interface GatewayParts extends AwsCallParts {
  readonly callers: WaitingCallers;
  threadOf(accessKey: string): FunctionThread | undefined;
  /** The APIs that the templates describe. */
  api(region: string, request: ApiRequest): Promise<AwsAnswer>;
  /** `/local/...` */
  local(request: PortRequest): Promise<AwsAnswer>;
  /** The phones page and its files; undefined for a path that is not part of it. */
  page(path: string): Promise<AwsAnswer | undefined>;
}

/** The credentials, the service and the region of a signed request. */
interface Signature {
  readonly accessKey: string;
  readonly region: string;
  readonly service: string;
}

const credential = /Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/;

const regionPath = /^\/([a-z]{2}(?:-[a-z]+)+-\d)(\/.*)$/;

/** Sends each request to its service: by the scope of its AWS signature, or without a signature by its path. */
export function gateway(parts: GatewayParts): (request: PortRequest) => Promise<PortAnswer> {
  return async (request) => {
    const signature = signatureOf(request);
    const thread = signature && parts.threadOf(signature.accessKey);
    if (signature !== undefined && thread === undefined && isThreadKey(signature.accessKey)) return 'hang up';
    const caller = callerOf(thread);
    if (signature !== undefined && signature.service !== 'execute-api') {
      const call = { ...partsOf(request), ...signature, caller };
      return serveAwsCall(parts, { call, thread, onClose: request.onClose });
    }
    const [, region, path] = regionPath.exec(request.path) ?? [];
    if (region !== undefined && path !== undefined) {
      const signed = signature === undefined ? {} : { signedBy: caller };
      return serveApi(parts, region, { ...partsOf(request), path, ...signed });
    }
    if (request.path.startsWith('/local/')) return parts.local(request);
    return (
      (await parts.page(request.path)) ?? problem(404, 'Not found', `Nothing answers at ${request.path}`)
    );
  };
}

/** The function behind the API counts as activity. The request that waits for it does not. */
async function serveApi(parts: GatewayParts, region: string, request: ApiRequest): Promise<AwsAnswer> {
  const content = `${region} ${request.method} ${request.path} ${request.body.toString('latin1')}`;
  const together = Number(request.headers[togetherHeader] ?? 1);
  await parts.lockstep.turn({ kind: 'request', content, together });
  const end = parts.activity.begin(`${request.method} ${request.path}`);
  const leave = parts.callers.enter();
  try {
    const answer = parts.api(region, request);
    end();
    return await answer;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    parts.tell(`NOT KNOWN: ${request.method} /${region}${request.path}: ${message}`);
    return problem(501, 'Not known in the local cloud', message);
  } finally {
    end();
    leave();
  }
}

function partsOf({ method, path, query, headers, body }: PortRequest) {
  return { method, path, query, headers, body };
}

function signatureOf({ headers }: PortRequest): Signature | undefined {
  const [, accessKey, region, service] = credential.exec(headers['authorization'] ?? '') ?? [];
  if (accessKey === undefined || region === undefined || service === undefined) return undefined;
  return { accessKey, region, service };
}

/** Credentials that belong to no thread are those of the account's owner. */
function callerOf(thread: FunctionThread | undefined): Caller {
  if (thread === undefined) return { kind: 'account' };
  const { roleArn, name, region } = thread.spec;
  return { kind: 'role', roleArn, sessionName: name, region };
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Account } from '../../account/account.ts';
import type { Parts } from '../../kernel/parts.ts';
import { type AwsAnswer, type AwsCall, type AwsService, awsError } from '../../kernel/service.ts';
import { failureInProtocol } from '../wire/failure.ts';
import type { FunctionSpec } from './function-spec.ts';

const settingsPath = /^\/2016-08-19\/account-settings\/?$/;
const configurationPath = /^\/2015-03-31\/functions\/([^/]+)\/configuration$/;

/** What people ask Lambda about its functions and its limits. Source: Lambda API reference. */
export function lambdaApi(
  parts: Parts,
  account: Account,
  functions: ReadonlyMap<string, FunctionSpec>,
): AwsService {
  const arnIn = (call: AwsCall) => `arn:aws:lambda:${call.region}:${parts.account}:function:${nameIn(call)}`;
  return {
    signingName: 'lambda',
    operation,
    fault: () => 'functions',
    permissions: (call) => {
      const name = operation(call);
      return [{ action: `lambda:${name}`, resource: name === 'GetAccountSettings' ? '*' : arnIn(call) }];
    },
    async perform(call) {
      if (operation(call) === 'GetAccountSettings') return settings(account, call.region);
      const spec = functions.get(arnIn(call));
      if (spec !== undefined) return json(configuration(spec));
      const message = `Function not found: ${arnIn(call)}`;
      throw awsError('ResourceNotFoundException', message, { status: 404 });
    },
    failure: failureInProtocol,
  };
}

function operation({ method, path }: AwsCall): string {
  if (method === 'GET' && settingsPath.test(path)) return 'GetAccountSettings';
  if (method === 'GET' && configurationPath.test(path)) return 'GetFunctionConfiguration';
  throw new Error(
    `The local cloud does not know ${method} ${path} of Lambda; it knows GetAccountSettings, GetFunctionConfiguration`,
  );
}

function nameIn({ path }: AwsCall): string {
  return decodeURIComponent(configurationPath.exec(path)?.[1] ?? '');
}

function settings(account: Account, region: string): AwsAnswer {
  const { functionConcurrency: all } = account.of(region);
  return json({ AccountLimit: { ConcurrentExecutions: all, UnreservedConcurrentExecutions: all } });
}

function configuration({ name, arn, roleArn, timeoutMs, memoryMb, environment, file }: FunctionSpec) {
  return {
    FunctionName: name,
    FunctionArn: arn,
    Role: roleArn,
    Timeout: timeoutMs / 1000,
    MemorySize: memoryMb,
    Environment: { Variables: environment },
    // AWS digests the archive. Here the bundle is enough: it differs whenever the archive does.
    CodeSha256: createHash('sha256').update(readFileSync(file)).digest('base64'),
    State: 'Active',
    LastUpdateStatus: 'Successful',
  };
}

function json(document: object): AwsAnswer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(document) };
}

import type { Account } from '../account/account.ts';
import type { Parts } from '../kernel/parts.ts';
import { type AwsCall, awsError, type CloudService } from '../kernel/service.ts';
import {
  type Document,
  documentOf,
  jsonAnswer,
  jsonFailure,
  onlyMembers,
  requiredText,
  targetOperation,
} from './wire/json-protocol.ts';

/** The quotas that are known here, by service and code. Source: Service Quotas, `ListServiceQuotas`. */
const quotas: Readonly<
  Record<string, { readonly name: string; valueOf(account: Account, region: string): number }>
> = {
  'lambda L-B99A9384': {
    name: 'Concurrent executions',
    valueOf: (account, region) => account.of(region).functionConcurrency,
  },
  'connect L-12AB7C57': {
    name: 'Concurrent active calls per instance',
    valueOf: (account, region) => account.of(region).callsAtOnce,
  },
};

/** Service Quotas: what the account may use of a service in a region. */
export function serviceQuotasService(parts: Parts, account: Account): CloudService {
  const operation = (call: AwsCall) => targetOperation(call, ['GetServiceQuota']);
  return {
    resourceTypes: {},
    aws: {
      signingName: 'servicequotas',
      operation,
      fault: () => undefined,
      permissions: (call) => {
        const { ServiceCode, QuotaCode } = documentOf(call);
        const resource = `arn:aws:servicequotas:${call.region}:${parts.account}:${ServiceCode}/${QuotaCode}`;
        return [{ action: `servicequotas:${operation(call)}`, resource }];
      },
      async perform(call) {
        const request = documentOf(call);
        onlyMembers(request, ['ContextId', 'QuotaCode', 'ServiceCode'], operation(call));
        return jsonAnswer({ Quota: quotaIn(request, account, call.region) });
      },
      failure: (_call, error) => jsonFailure(error),
    },
  };
}

function quotaIn(request: Document, account: Account, region: string): Document {
  const ServiceCode = requiredText(request, 'ServiceCode');
  const QuotaCode = requiredText(request, 'QuotaCode');
  const quota = quotas[`${ServiceCode} ${QuotaCode}`];
  if (quota === undefined)
    throw awsError('NoSuchResourceException', `There is no quota ${QuotaCode} of ${ServiceCode} here`);
  return { ServiceCode, QuotaCode, QuotaName: quota.name, Value: quota.valueOf(account, region) };
}

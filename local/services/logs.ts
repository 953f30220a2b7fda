import type { CloudService } from '../kernel/service.ts';
import { generatedName, knownProperties, optionalTextOf } from './wire/properties.ts';

const known = ['LogGroupClass', 'LogGroupName', 'RetentionInDays', 'Tags'];

/**
 * Amazon CloudWatch Logs. The log groups exist so that templates can refer to them. Functions print in the terminal.
 */
export function logsService(): CloudService {
  return {
    resourceTypes: {
      'AWS::Logs::LogGroup'(resource) {
        const name =
          optionalTextOf(knownProperties(resource, known), 'LogGroupName') ?? generatedName(resource);
        const arn = `arn:aws:logs:${resource.region}:${resource.account}:log-group:${name}:*`;
        return { ref: name, attributes: { Arn: arn } };
      },
    },
  };
}

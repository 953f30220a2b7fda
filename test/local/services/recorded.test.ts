import { describe, expect, test } from '@jest/globals';
import { accountOf } from '../../../local/account/account.ts';
import { cloudWatchService } from '../../../local/services/cloudwatch/cloudwatch.ts';
import { eventBus } from '../../../local/services/events/event-bus.ts';
import { logsService } from '../../../local/services/logs.ts';
import { resource, stage } from './stage.ts';

const { parts } = stage();
const topics = { publish: () => 'nobody publishes here' };
const cloudWatch = cloudWatchService(parts, topics, eventBus(parts), { account: accountOf(), calls: [] });
const types = { ...logsService().resourceTypes, ...cloudWatch.resourceTypes };

describe('a resource that only has to exist', () => {
  test.each([
    ['AWS::Logs::LogGroup', 'log-group:test-It:*'],
    ['AWS::CloudWatch::Alarm', 'alarm:test-It'],
  ])('%s has a name and an ARN', (type, ending) => {
    const { ref, attributes } = types[type]?.(resource(type, {})) ?? {};

    expect(ref).toBe('test-It');
    expect(attributes?.['Arn']).toMatch(
      new RegExp(`eu-central-1:000000000000:${ending.replace('*', '\\*')}$`),
    );
  });

  test.each(Object.keys(types))('%s is refused for a property that is not known', (type) => {
    expect(() => types[type]?.(resource(type, { Surprise: 1 }))).toThrow('Surprise');
  });
});

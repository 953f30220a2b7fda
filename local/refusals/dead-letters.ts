import type { Authorizer } from '../kernel/parts.ts';
import type { Caller } from '../kernel/service.ts';
import { isRecord } from '../template/json.ts';
import type { Resource } from '../template/resource.ts';
import { type Checks, nameOf } from './check.ts';

/** A resource that sends messages which it could not deliver to a queue. */
interface DeadLetters {
  readonly at: string;
  readonly queueArn: string;
  readonly sender: Caller;
}

/**
 * Checks that a resource with a dead-letter queue may send to that queue. AWS accepts a stack in which it may not,
 * and then loses its undelivered messages. This cloud refuses such a stack once all policies are there. Sources: SNS
 * developer guide, "Configuring a dead-letter queue"; EventBridge user guide, "Using dead-letter queues"; EventBridge
 * Scheduler user guide, "Configuring a dead-letter queue".
 */
export function deadLetterChecks(authorizer: Authorizer): {
  readonly checks: Checks;
  whenAllIsMade(): void;
} {
  const all: DeadLetters[] = [];
  return {
    checks: {
      'AWS::SNS::Subscription': [(resource) => void all.push(...ofSubscription(resource))],
      'AWS::Events::Rule': [(resource) => void all.push(...ofRule(resource))],
      'AWS::Scheduler::Schedule': [(resource) => void all.push(...ofSchedule(resource))],
    },
    whenAllIsMade() {
      for (const { at, queueArn, sender } of all) {
        const refusal = authorizer.refusal(sender, { action: 'sqs:SendMessage', resource: queueArn });
        if (refusal !== undefined)
          throw new Error(
            `${at}: what cannot be delivered would be lost, not kept in ${queueArn}: ${refusal}`,
          );
      }
    },
  };
}

function ofSubscription(resource: Resource): readonly DeadLetters[] {
  const { properties } = resource;
  const given = properties['RedrivePolicy'];
  const policy: unknown = typeof given === 'string' ? JSON.parse(given) : given;
  const sourceArn = String(properties['TopicArn']);
  return named(resource, isRecord(policy) ? policy['deadLetterTargetArn'] : undefined, {
    kind: 'service',
    principal: 'sns.amazonaws.com',
    sourceArn,
  });
}

function ofRule(resource: Resource): readonly DeadLetters[] {
  const { properties, region, account } = resource;
  const targets = Array.isArray(properties['Targets']) ? properties['Targets'] : [];
  const sourceArn = `arn:aws:events:${region}:${account}:rule/${nameOf(resource, 'Name')}`;
  return targets.flatMap((target) =>
    named(resource, deadLetterArnOf(target), {
      kind: 'service',
      principal: 'events.amazonaws.com',
      sourceArn,
    }),
  );
}

function ofSchedule(resource: Resource): readonly DeadLetters[] {
  const { properties, region } = resource;
  const target = properties['Target'];
  const roleArn = isRecord(target) ? String(target['RoleArn']) : '';
  return named(resource, deadLetterArnOf(target), {
    kind: 'role',
    roleArn,
    sessionName: 'scheduler',
    region,
  });
}

function deadLetterArnOf(target: unknown): unknown {
  const config = isRecord(target) ? target['DeadLetterConfig'] : undefined;
  return isRecord(config) ? config['Arn'] : undefined;
}

function named({ stackName, logicalId, type }: Resource, queueArn: unknown, sender: Caller): DeadLetters[] {
  if (queueArn === undefined) return [];
  return [{ at: `${stackName}/${logicalId} (${type})`, queueArn: String(queueArn), sender }];
}

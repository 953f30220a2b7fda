import type { Parts } from '../../kernel/parts.ts';
import type { CloudService } from '../../kernel/service.ts';
import type { Resource } from '../../template/resource.ts';
import {
  generatedName,
  knownProperties,
  listOf,
  onlyKnown,
  optionalTextOf,
  type Properties,
  textOf,
} from '../wire/properties.ts';
import type { EventBus, PatternRule } from './event-bus.ts';
import { eventPattern } from './event-pattern.ts';
import { handOver, ruleTarget, scheduleTarget, type Target } from './schedule-target.ts';

/** Something that happens repeatedly: a schedule of EventBridge Scheduler, or a rule with a schedule. */
interface Schedule {
  readonly arn: string;
  readonly region: string;
  readonly everyMs: number;
  readonly targets: readonly Target[];
}

const knownOfSchedule = [
  'Description',
  'FlexibleTimeWindow',
  'Name',
  'ScheduleExpression',
  'ScheduleExpressionTimezone', // a rate has none
  'State',
  'Target',
];

const knownOfRule = ['Description', 'EventPattern', 'Name', 'ScheduleExpression', 'State', 'Tags', 'Targets'];

/**
 * Schedules, which start functions repeatedly on the cloud's clock, and the rules of EventBridge, which may also wait
 * for events.
 */
export function schedulerService(parts: Parts, bus: EventBus): CloudService {
  return {
    resourceTypes: {
      'AWS::Scheduler::Schedule'(resource) {
        const properties = knownProperties(resource, knownOfSchedule);
        const window = onlyKnown(properties['FlexibleTimeWindow'], ['Mode']);
        if (window['Mode'] !== 'OFF') throw new Error('FlexibleTimeWindow must be OFF');
        const name = optionalTextOf(properties, 'Name') ?? generatedName(resource);
        const arn = `arn:aws:scheduler:${resource.region}:${resource.account}:schedule/default/${name}`;
        start(parts, resource, properties, arn, [scheduleTarget(parts, resource, properties['Target'], arn)]);
        return { ref: name, attributes: { Arn: arn } };
      },
      'AWS::Events::Rule'(resource) {
        const properties = knownProperties(resource, knownOfRule);
        const name = optionalTextOf(properties, 'Name') ?? generatedName(resource);
        const arn = `arn:aws:events:${resource.region}:${resource.account}:rule/${name}`;
        const targets = listOf(properties, 'Targets').map((target) =>
          ruleTarget(parts, resource, target, arn),
        );
        const pattern = properties['EventPattern'];
        if (pattern === undefined) start(parts, resource, properties, arn, targets);
        else
          addPatternRule(bus, properties, {
            arn,
            region: resource.region,
            matches: eventPattern(pattern),
            targets,
          });
        return { ref: name, attributes: { Arn: arn } };
      },
    },
  };
}

function start(
  parts: Parts,
  { region }: Resource,
  properties: Properties,
  arn: string,
  targets: readonly Target[],
): void {
  const everyMs = rateMs(textOf(properties, 'ScheduleExpression'));
  if ((optionalTextOf(properties, 'State') ?? 'ENABLED') !== 'ENABLED') return;
  arm(parts, { arn, region, everyMs, targets }, nextMinute(parts.clock.now()));
}

function arm(parts: Parts, schedule: Schedule, due: number): void {
  parts.clock.at(due, `schedule ${schedule.arn}`, () => {
    arm(parts, schedule, due + schedule.everyMs);
    const { region } = schedule;
    const isFaulty = parts.faults.mode('schedules', { from: region, to: region }) !== undefined;
    if (!isFaulty)
      for (const target of schedule.targets) handOver(parts, schedule.arn, target, target.payload(due));
  });
}

function addPatternRule(bus: EventBus, properties: Properties, rule: PatternRule): void {
  if (properties['ScheduleExpression'] !== undefined)
    throw new Error('a rule has a schedule or a pattern here');
  if ((optionalTextOf(properties, 'State') ?? 'ENABLED') === 'ENABLED') bus.addRule(rule);
}

const unitMinutes: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };

const minuteMs = 60_000;

/** The time between two starts: `rate(1 minute)`, `rate(5 minutes)`. Cron expressions are not known here. */
export function rateMs(expression: string): number {
  const [, count = '', unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const minutes = Number(count) * (unitMinutes[unit] ?? 0);
  if (minutes >= 1) return minutes * minuteMs;
  throw new Error(`the schedule ${expression} is not known here; known are rates, as rate(1 minute)`);
}

/** The start of the next whole minute, which is the first start. */
export function nextMinute(now: number): number {
  return (Math.floor(now / minuteMs) + 1) * minuteMs;
}

import type { Account } from '../../account/account.ts';
import type { CallRecord } from '../../faults/trace.ts';
import { awsError } from '../../kernel/service.ts';
import { type Document, onlyMembers, requiredText } from '../wire/json-protocol.ts';

/** The metrics that this cloud can tell: what it counts itself, and what the account's settings say. */
export interface Metrics {
  readonly account: Account;
  readonly calls: readonly CallRecord[];
}

interface Point {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly value: number;
}

const members = ['Dimensions', 'EndTime', 'MetricName', 'Namespace', 'Period', 'StartTime', 'Statistics'];

/** Answers `GetMetricStatistics`. Throws for a metric that this cloud cannot tell. */
export function metricStatistics(metrics: Metrics, region: string, request: Document): Document {
  onlyMembers(request, members, 'GetMetricStatistics');
  const [from, until] = [timeIn(request, 'StartTime'), timeIn(request, 'EndTime')];
  const periodMs = Number(request['Period']) * 1000;
  if (!(periodMs >= 60_000)) throw awsError('InvalidParameterValue', 'Period must be at least 60');
  const points = pointsOf(metrics, region, request, until).filter(({ at }) => at >= from && at < until);
  return { Label: requiredText(request, 'MetricName'), Datapoints: inPeriods(points, from, periodMs) };
}

function pointsOf({ account, calls }: Metrics, region: string, request: Document, until: number): Point[] {
  const dimensions = (request['Dimensions'] ?? []) as readonly { readonly Value: string }[];
  const [{ Value: dimension } = { Value: '' }] = dimensions;
  const latest = (value: number) => [{ at: until - 1, value }];
  const metric = `${request['Namespace']} ${request['MetricName']}`;
  if (metric === 'AWS/SNS SMSMonthToDateSpentUSD') return latest(account.of(region).smsSpent);
  if (metric === 'AWS/States ThrottledEvents') return latest(account.of(region).throttledTransitions);
  if (metric !== 'AWS/Lambda Invocations')
    throw new Error(`The local cloud does not know the metric ${metric}`);
  return calls
    .filter((call) => call.operation === `Invoke ${dimension}` && call.region === region)
    .map(({ at }) => ({ at, value: 1 }));
}

/** One data point for each period in which there is something. Moments are epoch seconds. */
function inPeriods(points: readonly Point[], from: number, periodMs: number): readonly Document[] {
  const periods = new Map<number, number[]>();
  for (const { at, value } of points) {
    const start = from + Math.floor((at - from) / periodMs) * periodMs;
    periods.set(start, [...(periods.get(start) ?? []), value]);
  }
  return [...periods].map(([start, values]) => ({
    Timestamp: start / 1000,
    Sum: values.reduce((sum, value) => sum + value, 0),
    Maximum: Math.max(...values),
    SampleCount: values.length,
    Unit: 'None',
  }));
}

/** The clients send epoch seconds. */
function timeIn(request: Document, name: string): number {
  const seconds = Number(request[name]);
  if (Number.isFinite(seconds)) return seconds * 1000;
  throw awsError('InvalidParameterValue', `${name} must be a time`);
}

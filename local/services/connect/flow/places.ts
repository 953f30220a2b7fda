import type { Place } from '../../../kernel/visits.ts';
import type { Flow, FlowAction, FlowParameters } from './flow.ts';

/** All actions of a flow, and all ways between them. */
export function placesOfFlow(name: string, flow: Flow): readonly Place[] {
  return [...flow.actions.values()].flatMap((action) => [
    placeOfAction(name, action),
    ...waysFrom(action).map((way) => placeOfFlowWay(name, flow, action, way)),
  ]);
}

export function placeOfAction(flow: string, action: FlowAction): Place {
  return { kind: 'flow action', name: `${flow}: ${wordsOf(action)}` };
}

/**
 * A way out of an action: its target, and the value or error that leads there. The way without a condition has
 * neither.
 */
export interface FlowWay {
  readonly to: string;
  readonly when: string | undefined;
}

export function placeOfFlowWay(name: string, flow: Flow, from: FlowAction, { to, when }: FlowWay): Place {
  const next = flow.actions.get(to);
  const words = `${name}: ${wordsOf(from)} -> ${next === undefined ? to : wordsOf(next)}`;
  return { kind: 'way between actions', name: when === undefined ? words : `${words} (${when})` };
}

/** An action with conditions is left by one of its conditions or by an error. */
function waysFrom({ next, conditions, errors }: FlowAction): readonly FlowWay[] {
  return [
    ...conditions.map((condition) => ({ to: condition.next, when: condition.operands.join() })),
    ...(next === undefined || conditions.length > 0 ? [] : [{ to: next, when: undefined }]),
    ...errors.map((error) => ({ to: error.next, when: error.type })),
  ];
}

/** The type and texts of the action, and the begin of its identifier: two actions may be alike. */
function wordsOf({ id, type, parameters }: FlowAction): string {
  return [type, ...textsIn(parameters).map(withoutRegion), `[${id.slice(0, 8)}]`].join(' ');
}

function textsIn(parameters: FlowParameters): readonly string[] {
  return Object.values(parameters).flatMap((value) => (typeof value === 'string' ? [value] : textsIn(value)));
}

/** The last part of an ARN that people have named. Ids differ between regions. */
function withoutRegion(text: string): string {
  if (!text.startsWith('arn:')) return text;
  return text.split(/[:/]/).findLast((part) => !/^[0-9a-f]{8}-/.test(part)) ?? text;
}

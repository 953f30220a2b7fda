import { createHash } from 'node:crypto';

/** One action of a contact flow, in Amazon Connect's flow language. Source: its API reference, "Flow language". */
export interface FlowAction {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters: FlowParameters;
  readonly Transitions: Transitions;
}

/** Every value is a string: "8", "True". */
export interface FlowParameters {
  readonly [name: string]: string | FlowParameters;
}

export interface Transitions {
  readonly NextAction?: string;
  readonly Conditions?: readonly {
    readonly NextAction: string;
    readonly Condition: { readonly Operator: 'Equals'; readonly Operands: readonly string[] };
  }[];
  readonly Errors?: readonly { readonly NextAction: string; readonly ErrorType: string }[];
}

export interface ContactFlow {
  readonly Version: '2019-10-30';
  readonly StartAction: string;
  readonly Metadata: Readonly<Record<string, unknown>>;
  readonly Actions: readonly FlowAction[];
}

/** A flow that starts with the first of its actions. */
export function contactFlow(...actions: readonly [FlowAction, ...FlowAction[]]): ContactFlow {
  return {
    Version: '2019-10-30',
    StartAction: actions[0].Identifier,
    Metadata: {
      entryPointPosition: { x: 0, y: 0 },
      ActionMetadata: Object.fromEntries(actions.map(({ Identifier }, index) => [Identifier, place(index)])),
    },
    Actions: actions,
  };
}

/** Where Amazon Connect's editor shows an action. */
function place(index: number) {
  return { position: { x: 250 * (index + 1), y: 100 * (index % 3) } };
}

/** The identifier of an action: a UUID, always the same for a name. Some of Connect's tools accept nothing else. */
export function actionId(name: string): string {
  const hex = createHash('sha256').update(`permanence contact flow: ${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(18, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

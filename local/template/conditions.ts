import { isRecord } from './json.ts';

/** Resolves a value in a condition. The value may hold `Ref` of parameters. */
export type ResolveValue = (value: unknown, at: string) => unknown;

/** Evaluates an entry of the template's Conditions. Throws for an unknown function. */
export function evaluateCondition(
  expression: unknown,
  resolve: ResolveValue,
  condition: (name: string) => boolean,
  at: string,
): boolean {
  const evaluate = (part: unknown): boolean => evaluateCondition(part, resolve, condition, at);
  const [name, argument] = isRecord(expression) ? (Object.entries(expression)[0] ?? []) : [];
  const parts = Array.isArray(argument) ? argument : [];
  switch (name) {
    case 'Condition':
      return condition(String(argument));
    case 'Fn::Equals':
      return String(resolve(parts[0], at)) === String(resolve(parts[1], at));
    case 'Fn::And':
      return parts.every(evaluate);
    case 'Fn::Or':
      return parts.some(evaluate);
    case 'Fn::Not':
      return !evaluate(parts[0]);
    default:
      throw new Error(`${at}: not known here in a condition: ${JSON.stringify(expression)}`);
  }
}

import { awsError } from '../../kernel/service.ts';

/** `arn:aws:states:eu-central-1:111122223333:stateMachine:permanence-escalation` */
export function machineArn(
  place: { readonly region: string; readonly account: string },
  name: string,
): string {
  return `arn:aws:states:${place.region}:${place.account}:stateMachine:${name}`;
}

/** The ARN of an execution: the machine's, with the execution's own name. */
export function executionArn(machine: string, name: string): string {
  return `${machine.replace(':stateMachine:', ':execution:')}:${name}`;
}

/** The characters that AWS refuses in names: white space, brackets, wildcards, some signs, and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f\ufffe\uffff]/u;

/** The longest name that AWS takes, for machines and executions. */
const longestName = 80;

/** Refuses a name as AWS does. */
export function checkName(name: string): void {
  if (name.length >= 1 && name.length <= longestName && !forbidden.test(name)) return;
  throw awsError('InvalidName', `Invalid Name: '${name}'`);
}

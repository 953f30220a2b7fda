import type { Caller } from '../kernel/service.ts';
import { isRecord } from '../template/json.ts';

/** The callers about which a statement of a resource or trust policy speaks. */
export interface Principals {
  readonly everyone: boolean;
  /** `lambda.amazonaws.com` */
  readonly services: readonly string[];
  /** Account ids. A caller of such an account also needs a policy of its own. */
  readonly accounts: readonly string[];
  readonly roleArns: readonly string[];
}

/** How a statement names a caller: directly, or only by the account of the caller. */
export type Mention = 'named' | 'account' | 'none';

/** Reads a Principal element. */
export function readPrincipals(value: unknown, at: string): Principals {
  if (value === '*') return { everyone: true, services: [], accounts: [], roleArns: [] };
  if (!isRecord(value)) throw new Error(`${at}: a Principal is * or an object, got ${JSON.stringify(value)}`);
  const { Service, AWS, ...rest } = value;
  const unknown = Object.keys(rest);
  if (unknown.length > 0) throw new Error(`${at}: principals not known here: ${unknown.join(', ')}`);

  const names = textsOf(AWS, at);
  const accounts = names.map(accountOf);
  const roleArns = names.filter((name) => /^arn:aws:iam::\d{12}:role\/.+$/.test(name));
  const unclear = names.filter(
    (name, i) => name !== '*' && accounts[i] === undefined && !roleArns.includes(name),
  );
  if (unclear.length > 0) throw new Error(`${at}: principals not known here: ${unclear.join(', ')}`);
  return {
    everyone: names.includes('*'),
    services: textsOf(Service, at),
    accounts: accounts.filter((account) => account !== undefined),
    roleArns,
  };
}

/** How the principals name this caller. The caller belongs to `account` unless it is an AWS service. */
export function mentionOf(principals: Principals, caller: Caller, account: string): Mention {
  if (principals.everyone) return 'named';
  if (caller.kind === 'service') return principals.services.includes(caller.principal) ? 'named' : 'none';
  if (caller.kind === 'role' && principals.roleArns.includes(caller.roleArn)) return 'named';
  return principals.accounts.includes(account) ? 'account' : 'none';
}

function accountOf(principal: string): string | undefined {
  return /^(?:arn:aws:iam::)?(?<account>\d{12})(?::root)?$/.exec(principal)?.groups?.['account'];
}

function textsOf(value: unknown, at: string): readonly string[] {
  const texts = value === undefined ? [] : Array.isArray(value) ? value : [value];
  if (texts.every((text) => typeof text === 'string')) return texts;
  throw new Error(`${at}: a principal is a text, got ${JSON.stringify(value)}`);
}

import { isRecord } from '../template/json.ts';
import { globExpression } from './glob.ts';
import { isPublishedConditionKey } from './published-actions.ts';

/** The condition keys of one call, with names in lower case. */
export type RequestContext = ReadonlyMap<string, string>;

/** One comparison in the Condition element of a statement. All comparisons must hold. */
export interface Condition {
  /** In lower case. */
  readonly key: string;
  /**
   * Whether the comparison holds for the key's value in the call. The value is undefined when the call has no such
   * key.
   */
  holds(value: string | undefined): boolean;
}

/** The keys that a call here can carry, for all services. */
export const globalKeys = [
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalIsAWSService',
  'aws:SecureTransport',
  'aws:SourceAccount',
  'aws:SourceArn',
];

type Test = (wanted: string, value: string) => boolean;

const equals: Test = (wanted, value) => wanted === value;
const like: Test = (wanted, value) => globExpression(wanted).test(value);
const sameIgnoringCase: Test = (wanted, value) => wanted.toLowerCase() === value.toLowerCase();

const operators: Readonly<Record<string, { readonly test: Test; readonly negated: boolean }>> = {
  StringEquals: { test: equals, negated: false },
  StringNotEquals: { test: equals, negated: true },
  StringEqualsIgnoreCase: { test: sameIgnoringCase, negated: false },
  StringLike: { test: like, negated: false },
  StringNotLike: { test: like, negated: true },
  ArnEquals: { test: arnLike, negated: false },
  ArnLike: { test: arnLike, negated: false },
  ArnNotEquals: { test: arnLike, negated: true },
  ArnNotLike: { test: arnLike, negated: true },
  Bool: { test: sameIgnoringCase, negated: false },
};

/** Reads a Condition element. Throws for an unknown operator or key. */
export function readConditions(element: unknown, at: string): readonly Condition[] {
  if (!isRecord(element)) throw new Error(`${at}: Condition is not an object`);
  return Object.entries(element).flatMap(([operator, keys]) => {
    if (!isRecord(keys)) throw new Error(`${at}: ${operator} is not an object`);
    return Object.entries(keys).map(([key, wanted]) => readCondition(operator, key, wanted, at));
  });
}

function readCondition(operator: string, key: string, wanted: unknown, at: string): Condition {
  checkKey(key, at);
  const values = (Array.isArray(wanted) ? wanted : [wanted]).map((value) =>
    readValue(value, `${at}, ${key}`),
  );
  if (operator === 'Null') {
    return { key: key.toLowerCase(), holds: (value) => values.includes(String(value === undefined)) };
  }
  const ifExists = operator.endsWith('IfExists');
  const known = operators[ifExists ? operator.slice(0, -'IfExists'.length) : operator];
  if (known === undefined) throw new Error(`${at}: the condition operator ${operator} is not known here`);
  const { test, negated } = known;
  return {
    key: key.toLowerCase(),
    holds: (value) =>
      value === undefined ? ifExists || negated : values.some((one) => test(one, value)) !== negated,
  };
}

function checkKey(key: string, at: string): void {
  const isKnown = key.toLowerCase().startsWith('aws:')
    ? globalKeys.some((known) => known.toLowerCase() === key.toLowerCase())
    : isPublishedConditionKey(key);
  if (!isKnown) throw new Error(`${at}: the condition key ${key} is not known here`);
}

function readValue(value: unknown, at: string): string {
  const text = typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') throw new Error(`${at}: a text is wanted, got ${JSON.stringify(value)}`);
  if (text.includes('${')) throw new Error(`${at}: policy variables are not known here: ${text}`);
  return text;
}

/** Compares ARNs part by part. A `*` does not reach past a colon, except in the last part. */
function arnLike(wanted: string, value: string): boolean {
  const patterns = partsOf(wanted);
  const parts = partsOf(value);
  return (
    patterns.length === parts.length &&
    patterns.every((pattern, i) => globExpression(pattern).test(parts[i] ?? ''))
  );
}

/** The six parts of an ARN. The last part may contain colons. */
function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

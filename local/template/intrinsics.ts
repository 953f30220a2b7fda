import { isRecord } from './json.ts';

/** What the expressions of a template need from their stack. `at` names the place of the expression, for errors. */
export interface Scope {
  /** A parameter, a pseudo parameter or a resource. Throws for an unknown name. */
  ref(name: string, at: string): unknown;
  attribute(logicalId: string, name: string, at: string): string;
  condition(name: string): boolean;
}

/** The value of `AWS::NoValue`: the property or element with this value does not exist. */
export const noValue = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, scope: Scope, at: string) => unknown;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope, at) => scope.ref(text(name, at), at),
  'Fn::GetAtt': (argument, scope, at) => {
    const { logicalId, attribute } = attributeName(argument, at);
    return scope.attribute(logicalId, attribute, at);
  },
  'Fn::Join': (argument, scope, at) => {
    const [delimiter, parts] = list(argument, 2, at);
    return list(resolve(parts, scope, at), undefined, at)
      .map((part) => text(part, at))
      .join(text(delimiter, at));
  },
  'Fn::Sub': substitute,
  'Fn::Select': (argument, scope, at) => {
    const [index, options] = list(resolve(argument, scope, at), 2, at);
    const chosen = list(options, undefined, at)[Number(index)];
    if (chosen === undefined) throw new Error(`${at}: nothing at index ${index}`);
    return chosen;
  },
  'Fn::Split': (argument, scope, at) => {
    const [delimiter, source] = list(resolve(argument, scope, at), 2, at);
    return text(source, at).split(text(delimiter, at));
  },
  'Fn::If': (argument, scope, at) => {
    const [condition, whenTrue, whenFalse] = list(argument, 3, at);
    return resolveValue(scope.condition(text(condition, at)) ? whenTrue : whenFalse, scope, at);
  },
};

/** Resolves all intrinsics in a value. `at` names the place of the value, for errors. */
export function resolve(value: unknown, scope: Scope, at: string): unknown {
  const resolved = resolveValue(value, scope, at);
  return resolved === noValue ? undefined : resolved;
}

function resolveValue(value: unknown, scope: Scope, at: string): unknown {
  if (typeof value === 'string') return withoutDynamicReference(value, at);
  if (Array.isArray(value)) {
    return value
      .map((element, index) => resolveValue(element, scope, `${at}[${index}]`))
      .filter((element) => element !== noValue);
  }
  if (!isRecord(value)) return value;

  const intrinsic = intrinsicOf(value, at);
  if (intrinsic !== undefined) return intrinsic.apply(intrinsic.argument, scope, `${at}.${intrinsic.name}`);
  const members = Object.entries(value).map(
    ([name, member]) => [name, resolveValue(member, scope, `${at}.${name}`)] as const,
  );
  return Object.fromEntries(members.filter(([, member]) => member !== noValue));
}

function intrinsicOf(value: Readonly<Record<string, unknown>>, at: string) {
  const name = Object.keys(value).find((key) => key === 'Ref' || key.startsWith('Fn::'));
  if (name === undefined) return undefined;
  const apply = intrinsics[name];
  if (apply === undefined) throw new Error(`${at}: the intrinsic ${name} is not known here`);
  if (Object.keys(value).length > 1) throw new Error(`${at}: ${name} stands beside other members`);
  return { name, apply, argument: value[name] };
}

function substitute(argument: unknown, scope: Scope, at: string): string {
  const [template, variables] = Array.isArray(argument) ? list(argument, 2, at) : [argument, {}];
  const own = resolve(variables, scope, at) as Readonly<Record<string, unknown>>;
  return text(template, at).replace(placeholder, (_, escaped: string, name: string) => {
    if (escaped === '!') return `\${${name}}`;
    const dot = name.indexOf('.');
    const value =
      own[name] ??
      (dot < 0 ? scope.ref(name, at) : scope.attribute(name.slice(0, dot), name.slice(dot + 1), at));
    return text(value, `${at} \${${name}}`);
  });
}

/** Matches `${Name}` and `${LogicalId.Attribute}`, and also `${!Literal}`, which stands for the text `${Literal}`. */
export const placeholder = /\$\{(!?)([^}]+)\}/g;

/** The two forms of `Fn::GetAtt`: a list, or one string with a dot. */
export function attributeName(argument: unknown, at: string): { logicalId: string; attribute: string } {
  const [logicalId, ...rest] = Array.isArray(argument) ? argument : text(argument, at).split('.');
  return { logicalId: text(logicalId, at), attribute: rest.map((part) => text(part, at)).join('.') };
}

function withoutDynamicReference(value: string, at: string): string {
  if (value.includes('{{resolve:')) throw new Error(`${at}: dynamic references are not known here: ${value}`);
  return value;
}

function text(value: unknown, at: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`${at}: a text is wanted, got ${JSON.stringify(value) ?? String(value)}`);
}

function list(value: unknown, length: number | undefined, at: string): readonly unknown[] {
  if (Array.isArray(value) && (length === undefined || value.length === length)) return value;
  throw new Error(
    `${at}: a list${length === undefined ? '' : ` of ${length}`} is wanted, got ${JSON.stringify(value)}`,
  );
}

/** The parts of a CloudFormation template that a page needs. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** The properties that hold a resource's name. */
const naming: readonly string[] = [
  ...['FunctionName', 'StateMachineName', 'QueueName', 'TopicName', 'TableName', 'BucketName', 'RoleName'],
  ...['LogGroupName', 'InstanceAlias', 'Name'],
];

/** The names of a template's resources by logical id. It is the logical id where AWS chooses the name. */
export function namesIn({ Resources }: Template): ReadonlyMap<string, string> {
  const named = Object.entries(Resources).map(([id, { Properties = {} }]): [string, string] => {
    const name = naming.map((property) => Properties[property]).find((value) => typeof value === 'string');
    return [id, typeof name === 'string' ? name : id];
  });
  return new Map(named);
}

/** A value of a template as text, with `<name>` for values that only AWS knows. */
export function textOf(value: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map((part) => textOf(part, names)).join(', ');
  const entries = Object.entries(value);
  const [[intrinsic, given] = ['', undefined]] = entries;
  const called = (id: unknown) => names.get(String(id)) ?? String(id).replace(/^AWS::/, '');
  if (intrinsic === 'Ref') return `<${called(given)}>`;
  if (intrinsic === 'Fn::GetAtt') {
    const [id, attribute] = [given].flat();
    return attribute === 'Arn' ? `<${called(id)}>` : `<${called(id)}.${attribute}>`;
  }
  if (intrinsic === 'Fn::Join') {
    const [separator, parts] = given as [string, readonly unknown[]];
    return parts.map((part) => textOf(part, names)).join(separator);
  }
  if (intrinsic.startsWith('Fn::')) throw new Error(`no text for ${intrinsic}: ${JSON.stringify(value)}`);
  return entries.map(([key, part]) => `${key} ${textOf(part, names)}`).join(', ');
}

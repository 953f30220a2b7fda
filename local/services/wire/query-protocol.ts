import type { AwsAnswer, AwsCall, AwsError } from '../../kernel/service.ts';

/** A request of AWS's query protocol, which is a form. */
export function formOf(call: AwsCall): URLSearchParams {
  return new URLSearchParams(call.body.toString('utf8'));
}

/** The action of the form. Throws when it is not one of `known`. */
export function formAction(call: AwsCall, known: readonly string[]): string {
  const action = formOf(call).get('Action') ?? '';
  if (known.includes(action)) return action;
  throw new Error(
    `The local cloud does not know the action "${action}" of ${call.service}; it knows ${known.join(', ')}`,
  );
}

/**
 * Throws for members that this cloud would have to ignore. A known name that ends in `.` covers all names that begin
 * with it.
 */
export function onlyFormMembers(form: URLSearchParams, known: readonly string[]): void {
  const isKnown = (name: string) =>
    known.some((one) => (one.endsWith('.') ? name.startsWith(one) : name === one));
  const unknown = [...form.keys()].filter(
    (name) => !isKnown(name) && name !== 'Action' && name !== 'Version',
  );
  if (unknown.length > 0) {
    throw new Error(`The local cloud does not know ${unknown.join(', ')} of ${form.get('Action')}`);
  }
}

/**
 * The entries of a map in a form: `Prefix.entry.1.key` and `Prefix.entry.1.value`, or other names of the protocol.
 */
export function formEntries(
  form: URLSearchParams,
  prefix: string,
  names: { readonly key: string; readonly value: string },
): Readonly<Record<string, string>> {
  const entries: Record<string, string> = {};
  for (let index = 1; form.has(`${prefix}.${index}.${names.key}`); index++) {
    const key = form.get(`${prefix}.${index}.${names.key}`) ?? '';
    entries[key] = form.get(`${prefix}.${index}.${names.value}`) ?? '';
  }
  return entries;
}

/** The members of an answer: texts, and lists of structures. */
type XmlResult = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

export function xmlAnswer(action: string, namespace: string, result: XmlResult): AwsAnswer {
  return {
    status: 200,
    headers: xmlHeaders,
    body: `<${action}Response xmlns="${namespace}"><${action}Result>${xmlMembers(result)}</${action}Result><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></${action}Response>`,
  };
}

function xmlMembers(result: XmlResult): string {
  return Object.entries(result)
    .map(([name, value]) => {
      const inner =
        typeof value === 'string'
          ? escaped(value)
          : value.map((one) => `<member>${xmlMembers(one)}</member>`).join('');
      return `<${name}>${inner}</${name}>`;
    })
    .join('');
}

export function xmlFailure(error: AwsError, namespace: string): AwsAnswer {
  const type = error.status < 500 ? 'Sender' : 'Receiver';
  return {
    status: error.status,
    headers: xmlHeaders,
    body: `<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>${escaped(error.code)}</Code><Message>${escaped(error.message)}</Message></Error><RequestId>local</RequestId></ErrorResponse>`,
  };
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const xmlHeaders = { 'content-type': 'text/xml' };

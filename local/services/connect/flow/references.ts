/** The current values of a flow's references, such as `$.Attributes.code`. */
export interface ReferenceValues {
  readonly attributes: ReadonlyMap<string, string>;
  /** The answer of the last function. */
  readonly external: ReadonlyMap<string, string>;
  readonly storedInput: string | undefined;
  readonly contactId: string;
  readonly customerNumber: string;
  readonly systemNumber: string;
}

const reference =
  /\$\.(?:(?<space>Attributes|External)\.(?<name>[A-Za-z0-9_-]+)|(?<system>StoredCustomerInput|ContactId|CustomerEndpoint\.Address|SystemEndpoint\.Address)\b)/g;

/** Replaces each reference in the text. A reference without a value becomes empty. */
export function resolveReferences(text: string, values: ReferenceValues): string {
  return text.replaceAll(reference, (...match) => {
    const { space, name = '', system } = match.at(-1) as Record<string, string | undefined>;
    if (space === 'Attributes') return values.attributes.get(name) ?? '';
    if (space === 'External') return values.external.get(name) ?? '';
    return systemValue(system, values) ?? '';
  });
}

function systemValue(system: string | undefined, values: ReferenceValues): string | undefined {
  if (system === 'StoredCustomerInput') return values.storedInput;
  if (system === 'ContactId') return values.contactId;
  return system === 'SystemEndpoint.Address' ? values.systemNumber : values.customerNumber;
}

/** Whether the whole text is one reference. */
export function isReference(text: string): boolean {
  return text.replace(reference, '') === '' && text !== '';
}

/** Finds texts that begin like a reference and are no known reference. */
export function unknownReferences(text: string): readonly string[] {
  return text.replaceAll(reference, '').match(/\$\.[^\s]*/g) ?? [];
}

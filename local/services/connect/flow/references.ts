/** What the references of a flow, such as `$.Attributes.code`, stand for at this moment. */
export interface ReferenceValues {
  readonly attributes: ReadonlyMap<string, string>;
  /** What the last function answered. */
  readonly external: ReadonlyMap<string, string>;
  readonly storedInput: string | undefined;
  readonly contactId: string;
  readonly customerNumber: string;
  readonly systemNumber: string;
}

const reference =
  /\$\.(?:(?<space>Attributes|External)\.(?<name>[A-Za-z0-9_-]+)|(?<system>StoredCustomerInput|ContactId|CustomerEndpoint\.Address|SystemEndpoint\.Address)\b)/g;

/** The text with each reference replaced; one that holds nothing leaves nothing. */
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

/** What begins as a reference and is none that is known here. */
export function unknownReferences(text: string): readonly string[] {
  return text.replaceAll(reference, '').match(/\$\.[^\s]*/g) ?? [];
}

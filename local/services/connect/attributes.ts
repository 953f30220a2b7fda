import type { Document } from '../wire/json-protocol.ts';
import { invalid } from './wire.ts';

/** Source: Amazon Connect API reference, `Attributes`. */
const mostBytes = 32_768;

/** The attributes of a request, checked as AWS checks them. */
export function attributesOf(request: Document): Map<string, string> {
  const given = request['Attributes'] ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) throw invalid('Attributes must be a map');
  const entries = Object.entries(given as Document).map(([name, value]) => {
    if (!/^[A-Za-z0-9_-]+$/.test(name)) throw invalid(`Attributes cannot hold the key ${name}`);
    if (typeof value !== 'string') throw invalid(`The attribute ${name} must be a string`);
    return [name, value] as const;
  });
  const bytes = entries.reduce((sum, [name, value]) => sum + Buffer.byteLength(name + value), 0);
  if (bytes > mostBytes) throw invalid(`Attributes hold more than ${mostBytes} bytes`);
  return new Map(entries);
}

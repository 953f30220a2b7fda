import type { AlarmLink } from '../domain/alarm/alarm.ts';
import { asObject } from './raw-event.ts';

/**
 * What an incident keeps of an alarm's details and links, at most. With all of it an incident stays far below the size of an
 * item of the table. The stored event has everything.
 */
const max = { links: 10, href: 1000, linkText: 100, details: 20, name: 60, value: 300, depth: 3 } as const;

/** An address in a text. A full stop, a comma or a bracket at its end belongs to the sentence. */
const address = /\bhttps?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}]/gi;

/** An address in brackets, with a word or two: "(see https://...)". */
const inBrackets = /[([][^()[\]]{0,40}\bhttps?:\/\/[^\s()[\]]+\s*[)\]]/gi;

/** A text for people, and the addresses that stood in it: a page has no room for an address, and nobody can tap it in a call. */
export function withoutAddresses(text: string): {
  readonly text: string;
  readonly links: readonly AlarmLink[];
} {
  const links = (text.match(address) ?? []).slice(0, max.links).filter(isShortEnough).map(asLink);
  if (links.length === 0) return { text, links };
  const rest = text.replace(inBrackets, ' ').replace(address, ' ');
  return {
    text: rest
      .replace(/\s+/g, ' ')
      .replace(/ (?=[.,;!?])/g, '')
      .replace(/[\s:;,–—-]+$/, '')
      .trim(),
    links,
  };
}

/** The links of an alarm: addresses, or `{ href, text }`. Undefined when the value is no list of these. */
export function linksIn(value: unknown): readonly AlarmLink[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const links = value.slice(0, max.links).map(linkIn);
  return links.every((link) => link !== undefined) ? links : undefined;
}

function linkIn(value: unknown): AlarmLink | undefined {
  const { href = value, text } = asObject(value) ?? {};
  if (typeof href !== 'string' || !/^https?:\/\/\S+$/i.test(href) || !isShortEnough(href)) return undefined;
  return typeof text === 'string' && text.trim() !== ''
    ? { href, text: text.slice(0, max.linkText) }
    : { href };
}

function isShortEnough(href: string): boolean {
  return href.length <= max.href;
}

function asLink(href: string): AlarmLink {
  return { href };
}

/** Links without those that were named before. */
export function together(...lists: readonly (readonly AlarmLink[])[]): readonly AlarmLink[] {
  const links = new Map<string, AlarmLink>();
  for (const link of lists.flat()) if (!links.has(link.href)) links.set(link.href, link);
  return [...links.values()].slice(0, max.links);
}

/** The details of an alarm as people read them: each name with a text. */
export function detailsIn(value: unknown): Readonly<Record<string, string>> | undefined {
  const object = asObject(value);
  if (object === undefined) return undefined;
  const entries = Object.entries(object).slice(0, max.details);
  return Object.fromEntries(
    entries.map(([name, one]) => [name.slice(0, max.name), textOf(one, max.depth).slice(0, max.value)]),
  );
}

/** A value as text. What is nested deeper than anybody reads is left out. */
function textOf(value: unknown, depth: number): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth === 0) return '…';
  const parts = Array.isArray(value)
    ? value.slice(0, max.details).map((one) => textOf(one, depth - 1))
    : Object.entries(value)
        .slice(0, max.details)
        .map(([name, one]) => `${name}: ${textOf(one, depth - 1)}`);
  return parts.join(', ');
}

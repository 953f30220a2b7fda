import type { Language } from '../../../domain/organization/organization.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { french } from './fr.ts';
import { dutch } from './nl.ts';
import type { ScreenWords } from './shape.ts';

/** The words of a language. */
export const screenWords: Readonly<Record<Language, ScreenWords>> = {
  nl: dutch,
  fr: french,
  de: german,
  en: english,
};

/** A text in which values replace the braces. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

import type { Params } from '#lib/errors.ts';
import type { Language } from './actor.ts';

/** All sentences the server says, by language; the app hands them in at start. */
export type Catalogue = Record<Language, Record<string, string>>;

let catalogue: Catalogue = { vi: {}, en: {} };

export function useCatalogue(texts: Catalogue): void {
  catalogue = texts;
}

/** The sentence for a key with its {parameters} filled in; the key itself when nobody has worded it. */
export function say(language: Language, key: string, params: Params = {}): string {
  const sentence = catalogue[language][key] ?? catalogue.vi[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined
      ? whole
      : typeof value === 'number'
        ? new Intl.NumberFormat(language).format(value)
        : value;
  });
}

export const worded = (key: string): boolean => catalogue.vi[key] !== undefined;

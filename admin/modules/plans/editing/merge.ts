import type { Fields } from './content.ts';

/** JSON with sorted keys, undefined left out: equal values, equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || value === undefined || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
}

export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

export interface Merged {
  /** Both people's changes; where both changed one field differently, mine stands. */
  fields: Fields;
  /** Fields that both changed, each in another way. */
  clashes: string[];
}

/** Brings together what two people made of one row, field by field. */
export function merge(base: Fields, mine: Fields, theirs: Fields): Merged {
  const fields: Fields = {};
  const clashes: string[] = [];
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const iChanged = !same(mine[name], base[name]);
    const theyChanged = !same(theirs[name], base[name]);
    fields[name] = iChanged ? mine[name] : theirs[name];
    if (iChanged && theyChanged && !same(mine[name], theirs[name])) clashes.push(name);
  }
  return { fields, clashes };
}

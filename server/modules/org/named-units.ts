import { fold } from '#lib/text.ts';
import type { UnitInTable } from './imports.sql.ts';

/** Units as a table may name them: by code, name or short name; marks, case and dashes do not count. */
export interface NamedUnits {
  /** None: nothing is called so. More than one: the name is not enough. */
  find(words: string): readonly UnitInTable[];
}

export function namedUnits(units: readonly UnitInTable[]): NamedUnits {
  const byKey = new Map<string, UnitInTable[]>();
  const add = (words: string | null, unit: UnitInTable) => {
    if (!words) return;
    const key = fold(words);
    const known = byKey.get(key);
    if (!known) byKey.set(key, [unit]);
    else if (!known.includes(unit)) known.push(unit);
  };
  for (const unit of units) for (const words of [unit.name, unit.shortName, ...unit.codes]) add(words, unit);
  return {
    find(words) {
      const all = byKey.get(fold(words)) ?? [];
      const open = all.filter((unit) => unit.closedOn === null);
      return open.length > 0 ? open : all;
    },
  };
}

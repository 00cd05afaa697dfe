import { type Right, rights } from '#lib/rights.ts';

interface Granted {
  path: string;
  rights: readonly Right[];
}

/** Whether grants on units carry a right to the unit with this path (the server decides; this hides what is in vain). */
export function holds(units: readonly Granted[], right: Right, path: string): boolean {
  const span = rights[right];
  return units.some(
    (unit) =>
      unit.rights.includes(right) &&
      (span === 'sector' || unit.path === path || (span === 'subtree' && path.startsWith(unit.path))),
  );
}

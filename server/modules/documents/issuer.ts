import { fold } from '#lib/text.ts';
import type { Db } from '#platform/tx.ts';
import { findUnitByName } from '../org/org.ts';

/** Ways one body is written on paper, folded: short forms spelled out, the administrative word left out. */
export function issuerKeys(printed: string): string[] {
  const key = fold(printed)
    .replace(/\bgd\s*(&|va|-)?\s*dt\b/g, 'giao duc va dao tao')
    .replace(/\bubnd\b/g, 'uy ban nhan dan')
    .replace(/\bgiao duc dao tao\b/g, 'giao duc va dao tao');
  return [
    ...new Set([
      key,
      key.replace(/ (tinh|thanh pho) /, ' '),
      key.replace(/^(so giao duc va dao tao) (?!tinh |thanh pho )/, '$1 tinh '),
    ]),
  ];
}

/** The unit that issued the document, when exactly one bears one of the names. */
export async function issuerUnit(db: Db, printed: string | null): Promise<string | null> {
  for (const key of printed ? issuerKeys(printed) : []) {
    const unit = await findUnitByName(db, key);
    if (unit) return unit.id;
  }
  return null;
}

import type { UnitRef } from '#lib/plan-parts.ts';
import type { Db } from '#platform/tx.ts';
import { openNames, type Succession, successionsOf } from './next-year.sql.ts';
import type { PlanLine } from './plans.contract.ts';

export interface UnitMapping {
  lineId: string;
  text: string;
  from: string;
  /** Null where no successor is known. */
  to: string | null;
}

const lists = ['leadUnits', 'coordinatingUnits', 'focalUnits'] as const;
const refsIn = (line: PlanLine): UnitRef[] =>
  lists.flatMap((name) => (Array.isArray(line.detail[name]) ? (line.detail[name] as UnitRef[]) : []));
/** Lines that are a unit: who carries out, who gets the paper. */
const isUnit = (line: PlanLine): boolean => line.part === 'actor' || line.part === 'recipient';
const idIn = (line: PlanLine): string | null => (typeof line.detail.unitId === 'string' ? line.detail.unitId : null);

/** Lines in which units that have ended by a day give way to who carries on their work. */
export async function mapUnits(
  db: Db,
  lines: readonly PlanLine[],
  day: string,
): Promise<{ lines: PlanLine[]; mappings: UnitMapping[] }> {
  const refs: UnitRef[] = lines.flatMap((l) => [
    ...refsIn(l),
    ...(isUnit(l) ? [{ name: l.text, unitId: idIn(l) }] : []),
  ]);
  const ids = refs.map((r) => r.unitId).filter((id) => id !== null && /^[0-9a-f-]{36}$/.test(id)) as string[];
  const names = [...new Set(refs.filter((r) => r.unitId === null).map((r) => r.name))];
  const gone = await successionsOf(db, { ids, names }, day);
  const open = await openNames(db, names, day);
  const find = (ref: UnitRef) => successionFor(ref, gone, open);
  const mappings: UnitMapping[] = [];
  const mapped = lines.map((line) => {
    const told = (from: string, to: string | null) => mappings.push({ lineId: line.id, text: line.text, from, to });
    return mapLine(line, find, told);
  });
  return { lines: mapped, mappings };
}

/** By its id where it has one, else by its name where that means one unit only. */
function successionFor(ref: UnitRef, gone: readonly Succession[], open: ReadonlySet<string>): Succession | undefined {
  if (ref.unitId !== null) return gone.find((g) => g.id === ref.unitId);
  if (open.has(ref.name)) return undefined;
  const met = gone.filter((g) => g.name === ref.name);
  return new Set(met.map((g) => g.toId)).size === 1 ? met[0] : undefined;
}

function mapLine(
  line: PlanLine,
  find: (ref: UnitRef) => Succession | undefined,
  told: (from: string, to: string | null) => void,
): PlanLine {
  const map = (ref: UnitRef): UnitRef => {
    const found = find(ref);
    if (found) told(ref.name, found.toName);
    return found?.toId ? { name: found.toName ?? ref.name, unitId: found.toId } : ref;
  };
  const detail = Object.fromEntries(
    Object.entries(line.detail).map(([name, value]) =>
      (lists as readonly string[]).includes(name) && Array.isArray(value)
        ? [name, once((value as UnitRef[]).map(map))]
        : [name, value],
    ),
  );
  if (!isUnit(line)) return { ...line, detail };
  const unit = map({ name: line.text, unitId: idIn(line) });
  const own = line.part === 'actor' && unit.unitId !== null ? { ...detail, unitId: unit.unitId } : detail;
  return { ...line, text: unit.name, detail: own };
}

/** Two units that were merged are named once. */
const once = (refs: readonly UnitRef[]): UnitRef[] =>
  refs.filter((r, i) => refs.findIndex((o) => o.name === r.name && o.unitId === r.unitId) === i);

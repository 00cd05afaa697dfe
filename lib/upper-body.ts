import type { UnitKind, UnitLine } from './unit-kinds.ts';

/** A row of the table `upper_body_rules`: days are 'YYYY-MM-DD', `validTo` is the first day on which it no longer holds. */
export interface UpperBodyRule {
  unitKind: UnitKind;
  /** Line of the parent that is printed; null prints nothing. */
  line: UnitLine | null;
  /** Line to take where `line` has no parent recorded on that day. */
  otherwise: UnitLine | null;
  validFrom: string;
  validTo: string | null;
}

export interface DatedParent {
  line: UnitLine;
  parentId: string;
  validFrom: string;
  validTo: string | null;
}

const holds = (span: { validFrom: string; validTo: string | null }, on: string) =>
  span.validFrom <= on && (span.validTo === null || on < span.validTo);

/**
 * The direct upper body (cơ quan chủ quản trực tiếp) printed above a unit's name on a document of the day `on`: a
 * nursery has the district's Phòng GDĐT until 30/6/2025 and the commune's People's Committee from 1/7/2025. Null where
 * nothing is printed, or where the parent of that day is not recorded: a wrong body is worse than none, and the writer
 * of the document may fill it in. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I; each rule carries its own source.
 */
export function upperBodyParent<P extends DatedParent>(
  kind: UnitKind,
  on: string,
  rules: readonly UpperBodyRule[],
  parents: readonly P[],
): P | null {
  const rule = rules.find((r) => r.unitKind === kind && holds(r, on));
  if (!rule) return null;
  const onLine = (line: UnitLine | null) => parents.find((p) => p.line === line && holds(p, on));
  return onLine(rule.line) ?? onLine(rule.otherwise) ?? null;
}

import type { CallOf } from '#lib/contract.ts';
import type { UnitKind } from '#lib/unit-kinds.ts';
import type { ChangeKind, makeChange } from '#modules/org/reorganisation.contract.ts';
import type { PickedUnit } from './unit-picker.tsx';

/** One part of a divided unit. */
export interface PartValues {
  id: string;
  name: string;
  kind: UnitKind | '';
  children: PickedUnit[];
}

/** What the page of a new change holds; each kind uses some of it. */
export interface ChangeValues {
  from: PickedUnit[];
  decision: string;
  effectiveOn: string | null;
  /** merge: into a new unit, or into one that is there. */
  target: 'new' | 'existing';
  madeId: string;
  name: string;
  shortName: string;
  code: string;
  below: PickedUnit | null;
  into: PickedUnit | null;
  parts: PartValues[];
  keep: boolean;
}

type ChangeCall = CallOf<typeof makeChange>;
const given = (text: string) => text.trim() || undefined;

/** The change as the server takes it, or null while something is missing. */
export function changeOf(kind: ChangeKind, values: ChangeValues): ChangeCall | null {
  const { from, decision, effectiveOn } = values;
  if (from.length === 0 || !effectiveOn || !decision.trim()) return null;
  const base = { kind, effectiveOn, decision, fromIds: from.map((unit) => unit.id) };
  if (kind === 'rename') {
    const name = given(values.name);
    return name ? { ...base, name, shortName: given(values.shortName) } : null;
  }
  if (kind === 'split') return splitOf(base, values);
  if (kind === 'merge' && values.target === 'new') return mergeOf(base, values);
  if (!values.into) return kind === 'close' ? base : null;
  return { ...base, to: [{ unitId: values.into.id }] };
}

function mergeOf(base: ChangeCall, { madeId, name, shortName, code, below, from }: ChangeValues): ChangeCall | null {
  if (!given(name) || from.length < 2) return null;
  const make = { id: madeId, name: name.trim(), shortName: given(shortName), code: given(code), parentId: below?.id };
  return { ...base, to: [{ make }] };
}

function splitOf(base: ChangeCall, { parts, keep }: ChangeValues): ChangeCall | null {
  const named = parts.filter((part) => part.name.trim());
  if (named.length < (keep ? 1 : 2)) return null;
  const to = named.map(({ id, name, kind, children }) => ({
    make: { id, name: name.trim(), kind: kind || undefined },
    childIds: children.map((child) => child.id),
  }));
  return { ...base, keep, to };
}

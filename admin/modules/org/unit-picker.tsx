import { useCallback } from 'react';
import type { UnitKind } from '#lib/unit-kinds.ts';
import { listUnits } from '#modules/org/org.contract.ts';
import { call } from '../../app/client.ts';
import { useT } from '../../texts/load.ts';
import { Combobox } from '../../ui/combobox.tsx';
import type { FieldProps } from '../../ui/field.tsx';

export interface PickedUnit {
  id: string;
  name: string;
  /** Absent where the unit was known before the search (the reader's own). */
  parentName?: string | null;
}

export interface UnitsWanted {
  /** Only this unit and what lies below it. */
  within?: string | undefined;
  /** Only units directly below this one. */
  parentId?: string | undefined;
  kind?: UnitKind | undefined;
}

export interface UnitPickerProps extends FieldProps, Omit<UnitsWanted, 'parentId'> {
  value: PickedUnit | null;
  onChange: (unit: PickedUnit | null) => void;
}

/** An open unit, found by the words of its name; marks may be left out. */
export function UnitPicker({ value, onChange, within, kind, ...field }: UnitPickerProps) {
  return <Combobox<PickedUnit> {...field} {...useFoundUnits({ within, kind })} value={value} onChange={onChange} />;
}

/** Open units by the words of their names, as the pickers of one and of several show them. */
export function useFoundUnits({ within, kind, parentId }: UnitsWanted) {
  const t = useT();
  const search = useCallback(
    async (typed: string, signal: AbortSignal): Promise<PickedUnit[]> => {
      const asked = { q: typed.trim() || undefined, within, kind, parentId, limit: 20 };
      return (await call(listUnits, asked, { signal })).items;
    },
    [within, kind, parentId],
  );
  return {
    search,
    placeholder: t('org.pick.unit'),
    keyOf: (unit: PickedUnit) => unit.id,
    labelOf: (unit: PickedUnit) => unit.name,
    detailOf: (unit: PickedUnit) => unit.parentName ?? '',
  };
}

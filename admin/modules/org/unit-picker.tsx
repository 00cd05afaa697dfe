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

export interface UnitPickerProps extends FieldProps {
  value: PickedUnit | null;
  onChange: (unit: PickedUnit | null) => void;
  /** Only this unit and what lies below it. */
  within?: string | undefined;
  kind?: UnitKind | undefined;
}

/** An open unit, found by the words of its name; marks may be left out. */
export function UnitPicker({ value, onChange, within, kind, ...field }: UnitPickerProps) {
  const t = useT();
  const search = useCallback(
    async (typed: string, signal: AbortSignal): Promise<PickedUnit[]> => {
      const asked = { q: typed.trim() || undefined, within, kind, limit: 20 };
      return (await call(listUnits, asked, { signal })).items;
    },
    [within, kind],
  );
  return (
    <Combobox<PickedUnit>
      {...field}
      placeholder={t('org.pick.unit')}
      value={value}
      onChange={onChange}
      search={search}
      keyOf={(unit) => unit.id}
      labelOf={(unit) => unit.name}
      detailOf={(unit) => unit.parentName ?? ''}
    />
  );
}

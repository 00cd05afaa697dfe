import { useCallback } from 'react';
import { listUnits } from '#modules/org/org.contract.ts';
import { call } from '../../app/client.ts';
import { useT } from '../../texts/load.ts';
import { ComboboxMany } from '../../ui/combobox-many.tsx';
import type { FieldProps } from '../../ui/field.tsx';
import type { PickedUnit } from './unit-picker.tsx';

export interface UnitsPickerProps extends FieldProps {
  value: readonly PickedUnit[];
  onChange: (units: PickedUnit[]) => void;
  within?: string | undefined;
  /** Only units directly below this one. */
  parentId?: string | undefined;
}

/** Several open units, each found by the words of its name. */
export function UnitsPicker({ value, onChange, within, parentId, ...field }: UnitsPickerProps) {
  const t = useT();
  const search = useCallback(
    async (typed: string, signal: AbortSignal): Promise<PickedUnit[]> => {
      const asked = { q: typed.trim() || undefined, within, parentId, limit: 20 };
      return (await call(listUnits, asked, { signal })).items;
    },
    [within, parentId],
  );
  return (
    <ComboboxMany<PickedUnit>
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

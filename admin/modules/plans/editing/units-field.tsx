import { useCallback } from 'react';
import type { UnitRef } from '#lib/plan-parts.ts';
import { fold } from '#lib/text.ts';
import { listUnits } from '#modules/org/org.contract.ts';
import { call } from '../../../app/client.ts';
import { useT } from '../../../texts/load.ts';
import { ComboboxMany } from '../../../ui/combobox-many.tsx';

interface UnitsFieldProps {
  label: string;
  hideLabel?: boolean;
  value: readonly UnitRef[];
  onChange: (units: UnitRef[]) => void;
  className?: string;
}

type Found = UnitRef & { detail?: string };

/** Units as they are named on paper: linked where the system knows them, free words where it does not. */
export function UnitsField({ value, onChange, ...field }: UnitsFieldProps) {
  const t = useT();
  const search = useCallback(async (q: string, signal: AbortSignal): Promise<Found[]> => {
    const { items } = await call(listUnits, { q: q || undefined, limit: 12 }, { signal });
    return items.map((unit) => ({ name: unit.name, unitId: unit.id, detail: unit.parentName ?? undefined }));
  }, []);
  return (
    <ComboboxMany<Found>
      {...field}
      value={value}
      onChange={(units) => onChange(units.map(({ name, unitId }) => ({ name, unitId })))}
      keyOf={(unit) => unit.unitId ?? fold(unit.name)}
      labelOf={(unit) => unit.name}
      detailOf={(unit) => unit.detail}
      search={search}
      create={(name) => ({ name, unitId: null })}
      placeholder={t('plans.edit.unitPlaceholder')}
    />
  );
}

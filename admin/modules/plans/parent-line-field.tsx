import { useCallback } from 'react';
import { listParentLines, type Plan } from '#modules/plans/plans.contract.ts';
import { call } from '../../app/client.ts';
import { useT } from '../../texts/load.ts';
import { Combobox } from '../../ui/combobox.tsx';

export type ParentLine = NonNullable<Plan['parentLine']>;

/** The activity of an issued plan, own or sent to the unit, that a thematic plan carries out. */
export function ParentLineField({
  unitId,
  value,
  error,
  onChange,
}: {
  unitId: string;
  value: ParentLine | null;
  error?: string | undefined;
  onChange: (line: ParentLine | null) => void;
}) {
  const t = useT();
  const search = useCallback(
    async (q: string, signal: AbortSignal) =>
      (await call(listParentLines, { unitId, q: q || undefined }, { signal })).items,
    [unitId],
  );
  return (
    <Combobox
      label={t('plans.new.parent')}
      hint={t('plans.new.parentHint')}
      error={error}
      value={value}
      onChange={onChange}
      keyOf={(line) => line.lineId}
      labelOf={(line) => line.text}
      detailOf={(line) => line.planTitle}
      search={search}
    />
  );
}

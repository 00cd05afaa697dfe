import Trash2 from 'lucide-react/icons/trash-2';
import { useCallback } from 'react';
import { listPupilsForMarking } from '#modules/media/classes.contract.ts';
import { call } from '../../app/client.ts';
import { useT } from '../../texts/load.ts';
import { IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { Marked } from './marks.ts';

interface SubjectFieldsProps {
  unitId: string;
  number: number;
  one: Marked;
  onFocus: () => void;
  onChange: (set: Partial<Marked>) => void;
  onRemove: () => void;
}

/** Who one marked person is. */
export function SubjectFields({ unitId, number, one, onFocus, onChange, onRemove }: SubjectFieldsProps) {
  const t = useT();
  const search = useCallback(
    async (q: string, signal: AbortSignal) =>
      (await call(listPupilsForMarking, { unitId, q: q || undefined, limit: 20 }, { signal })).items,
    [unitId],
  );
  return (
    <fieldset className="flex flex-col gap-2 rounded-md border border-line p-3">
      <legend className="px-1 text-sm font-semibold">
        <button type="button" className="hover:underline" onClick={onFocus}>
          {t('media.who.number', { n: number })}
          {one.box === null && ` (${t('media.who.withoutPlace')})`}
        </button>
      </legend>
      <div className="flex items-end gap-2">
        <Select
          className="flex-1"
          label={t('media.who.kind')}
          value={one.kind}
          onChange={(kind) => onChange({ kind })}
          options={(['pupil', 'adult', 'unknown-child'] as const).map((value) => ({
            value,
            label: t(`media.who.${value}`),
          }))}
        />
        <IconButton icon={Trash2} label={t('media.who.remove')} tip="end" onClick={onRemove} />
      </div>
      {one.kind === 'pupil' && (
        <Combobox
          label={t('media.who.choosePupil')}
          value={one.pupil}
          onChange={(pupil) => onChange({ pupil })}
          keyOf={(pupil) => pupil.id}
          labelOf={(pupil) => pupil.name || t('media.who.hidden')}
          detailOf={(pupil) => pupil.className}
          search={search}
        />
      )}
      {one.kind === 'adult' && (
        <>
          <TextInput label={t('media.who.name')} value={one.name} onChange={(name) => onChange({ name })} />
          <Checkbox
            label={t('media.who.agreed')}
            checked={one.adultAgreed}
            onChange={(adultAgreed) => onChange({ adultAgreed })}
          />
        </>
      )}
    </fieldset>
  );
}

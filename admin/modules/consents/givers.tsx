import type { PupilConsents } from '#modules/media/consents.contract.ts';
import { useT } from '../../texts/load.ts';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { Giver, Pending } from './pending.ts';

/** As they are written on forms and kept with the answer. */
const relations = ['mẹ', 'bố', 'ông, bà', 'người giám hộ'] as const;
const nobody: Giver = { name: '', relation: '' };

export interface GiversProps {
  pupils: readonly PupilConsents[];
  pending: Pending;
  givers: ReadonlyMap<string, Giver>;
  onChange: (givers: ReadonlyMap<string, Giver>) => void;
}

/** Who signed for each pupil whose family's answer is marked. */
export function Givers({ pupils, pending, givers, onChange }: GiversProps) {
  const t = useT();
  const asked = pupils.filter((pupil) =>
    [...pending.keys()].some((key) => key.startsWith(`${pupil.id} `) && key.endsWith(' representative')),
  );
  if (asked.length === 0) return null;
  const set = (id: string, change: Partial<Giver>) =>
    onChange(new Map(givers).set(id, { ...nobody, ...givers.get(id), ...change }));
  return (
    <details className="rounded-md border border-line px-4 py-2">
      <summary className="cursor-pointer py-1 font-semibold">{t('consents.givers')}</summary>
      <p className="mb-3 text-sm text-muted">{t('consents.giversHint')}</p>
      <ul className="flex flex-col gap-3 pb-2">
        {asked.map((pupil) => (
          <li key={pupil.id} className="flex flex-wrap items-end gap-3">
            <TextInput
              label={t('consents.giver', { name: pupil.name })}
              className="min-w-60 flex-1"
              maxLength={120}
              value={givers.get(pupil.id)?.name ?? ''}
              onChange={(name) => set(pupil.id, { name })}
            />
            <Select
              label={t('consents.relation')}
              placeholder="—"
              options={relations.map((value) => ({ value, label: t(`consents.relation.${value}`) }))}
              value={givers.get(pupil.id)?.relation ?? ''}
              onChange={(relation) => set(pupil.id, { relation })}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

import { useCallback } from 'react';
import { listPeople } from '#modules/org/people.contract.ts';
import { call } from '../../app/client.ts';
import { useT } from '../../texts/load.ts';
import { Combobox } from '../../ui/combobox.tsx';
import type { FieldProps } from '../../ui/field.tsx';

export interface PickedPerson {
  id: string;
  name: string;
  title?: string | null;
  unitName?: string | null;
}

export interface PersonPickerProps extends FieldProps {
  value: PickedPerson | null;
  onChange: (person: PickedPerson | null) => void;
}

/** Somebody in reach, found by the words of the name; marks may be left out. */
export function PersonPicker({ value, onChange, ...field }: PersonPickerProps) {
  const t = useT();
  const search = useCallback(async (typed: string, signal: AbortSignal): Promise<PickedPerson[]> => {
    return (await call(listPeople, { q: typed.trim() || undefined, limit: 20 }, { signal })).items;
  }, []);
  return (
    <Combobox<PickedPerson>
      {...field}
      placeholder={t('org.pick.person')}
      value={value}
      onChange={onChange}
      search={search}
      keyOf={(person) => person.id}
      labelOf={(person) => person.name}
      detailOf={(person) => [person.title, person.unitName].filter(Boolean).join(', ')}
    />
  );
}

import { type UnitKind, unitKinds } from '#lib/unit-kinds.ts';
import type { Form } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';

export interface UnitValues {
  name: string;
  kind: UnitKind;
  shortName: string;
  symbol: string;
  place: string;
  slug: string;
}

/** The fields that a new unit and an edited one share. */
export function UnitFields<V extends UnitValues>({ form }: { form: Form<V> }) {
  const t = useT();
  // The form of a page may hold more fields than these.
  const { field } = form as unknown as Form<UnitValues>;
  return (
    <>
      <TextInput className="sm:col-span-2" label={t('org.facts.name')} required maxLength={300} {...field('name')} />
      <Select<UnitKind>
        label={t('org.kind')}
        required
        options={unitKinds.map((value) => ({ value, label: t(`ui.kind.${value}`) }))}
        {...field('kind')}
      />
      <TextInput label={t('org.facts.shortName')} maxLength={80} {...field('shortName')} />
      <TextInput label={t('org.facts.symbol')} hint={t('org.field.symbolHint')} maxLength={40} {...field('symbol')} />
      <TextInput label={t('org.facts.place')} hint={t('org.field.placeHint')} maxLength={80} {...field('place')} />
      <TextInput
        className="sm:col-span-2"
        label={t('org.facts.slug')}
        hint={t('org.field.slugHint')}
        maxLength={80}
        {...field('slug')}
      />
    </>
  );
}

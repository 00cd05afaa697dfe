import Plus from 'lucide-react/icons/plus';
import { newId } from '#lib/id.ts';
import { unitKinds } from '#lib/unit-kinds.ts';
import type { ChangeKind } from '#modules/org/reorganisation.contract.ts';
import type { Form } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, RadioGroup } from '../../ui/choices.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { ChangeValues, PartValues } from './reorganise-input.ts';
import { UnitPicker } from './unit-picker.tsx';
import { UnitsPicker } from './units-picker.tsx';

interface FieldsProps {
  form: Form<ChangeValues>;
}

/** The fields that a kind of change needs: which units, and what becomes of them. */
export function KindFields({ kind, form }: FieldsProps & { kind: ChangeKind }) {
  if (kind === 'merge') return <MergeFields form={form} />;
  if (kind === 'split') return <SplitFields form={form} />;
  if (kind === 'rename') return <RenameFields form={form} />;
  if (kind === 'move') return <MoveFields form={form} />;
  return <CloseFields form={form} />;
}

function MergeFields({ form }: FieldsProps) {
  const t = useT();
  return (
    <>
      <UnitsPicker
        label={t('reorganise.merge.from')}
        hint={t('reorganise.merge.fromHint')}
        required
        value={form.values.from}
        onChange={(from) => form.set({ from })}
      />
      <RadioGroup
        label={t('reorganise.merge.target')}
        inline
        options={[
          { value: 'new', label: t('reorganise.merge.new') },
          { value: 'existing', label: t('reorganise.merge.existing') },
        ]}
        value={form.values.target}
        onChange={(target) => form.set({ target })}
      />
      {form.values.target === 'existing' ? (
        <UnitPicker label={t('reorganise.merge.into')} required {...form.field('into')} />
      ) : (
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <TextInput
            className="sm:col-span-2"
            label={t('reorganise.newName')}
            required
            maxLength={300}
            {...form.field('name')}
          />
          <TextInput label={t('reorganise.newShortName')} maxLength={80} {...form.field('shortName')} />
          <TextInput label={t('reorganise.newCode')} maxLength={40} {...form.field('code')} />
          <UnitPicker
            className="sm:col-span-2"
            label={t('reorganise.below')}
            hint={t('reorganise.belowHint')}
            {...form.field('below')}
          />
        </div>
      )}
    </>
  );
}

/** The units of changes that concern several. */
function ManyUnits({ form, label }: FieldsProps & { label: string }) {
  return <UnitsPicker label={label} required value={form.values.from} onChange={(from) => form.set({ from })} />;
}

/** The one unit of changes that concern one. */
function OneUnit({ form, label }: FieldsProps & { label: string }) {
  return (
    <UnitPicker
      label={label}
      required
      value={form.values.from[0] ?? null}
      onChange={(unit) => form.set({ from: unit ? [unit] : [] })}
    />
  );
}

function SplitFields({ form }: FieldsProps) {
  const t = useT();
  const { parts, keep, from } = form.values;
  const set = (at: number, change: Partial<PartValues>) =>
    form.set({ parts: parts.map((part, i) => (i === at ? { ...part, ...change } : part)) });
  const more = () => form.set({ parts: [...parts, { id: newId(Date.now()), name: '', kind: '', children: [] }] });
  return (
    <>
      <OneUnit form={form} label={t('reorganise.split.from')} />
      <Checkbox
        label={t('reorganise.split.keep')}
        hint={t('reorganise.split.keepHint')}
        checked={keep}
        onChange={(on) => form.set({ keep: on })}
      />
      {parts.map((part, i) => (
        <fieldset key={part.id} className="grid items-start gap-4 rounded-md border border-line p-4 sm:grid-cols-2">
          <legend className="px-1 font-semibold">
            {t(i === 0 && !keep ? 'reorganise.split.main' : 'reorganise.split.part', { n: i + 1 })}
          </legend>
          <TextInput
            label={t('reorganise.newName')}
            required
            maxLength={300}
            value={part.name}
            onChange={(name) => set(i, { name })}
          />
          <Select
            label={t('reorganise.newKind')}
            options={[
              { value: '', label: t('reorganise.sameKind') },
              ...unitKinds.map((kind) => ({ value: kind, label: t(`ui.kind.${kind}`) })),
            ]}
            value={part.kind}
            onChange={(kind) => set(i, { kind: kind as PartValues['kind'] })}
          />
          <UnitsPicker
            className="sm:col-span-2"
            label={t('reorganise.split.children')}
            hint={t(i === 0 && !keep ? 'reorganise.split.restHint' : 'reorganise.split.childrenHint')}
            parentId={from[0]?.id}
            value={part.children}
            onChange={(children) => set(i, { children })}
          />
        </fieldset>
      ))}
      <div>
        <Button icon={Plus} onClick={more}>
          {t('reorganise.split.more')}
        </Button>
      </div>
    </>
  );
}

function RenameFields({ form }: FieldsProps) {
  const t = useT();
  return (
    <>
      <OneUnit form={form} label={t('reorganise.rename.from')} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <TextInput
          className="sm:col-span-2"
          label={t('reorganise.newName')}
          required
          maxLength={300}
          {...form.field('name')}
        />
        <TextInput label={t('reorganise.newShortName')} maxLength={80} {...form.field('shortName')} />
      </div>
    </>
  );
}

function MoveFields({ form }: FieldsProps) {
  const t = useT();
  return (
    <>
      <ManyUnits form={form} label={t('reorganise.move.from')} />
      <UnitPicker label={t('reorganise.move.to')} hint={t('reorganise.move.toHint')} required {...form.field('into')} />
    </>
  );
}

function CloseFields({ form }: FieldsProps) {
  const t = useT();
  return (
    <>
      <ManyUnits form={form} label={t('reorganise.close.from')} />
      <UnitPicker label={t('reorganise.close.to')} hint={t('reorganise.close.toHint')} {...form.field('into')} />
    </>
  );
}

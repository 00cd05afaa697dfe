import { useCallback } from 'react';
import { dayOf } from '#lib/format.ts';
import { listOutputs, type OutputRow } from '#modules/outputs/outputs.contract.ts';
import type { ActivityPage } from '#modules/work/work.contract.ts';
import { call } from '../../app/client.ts';
import type { Form } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { Draft, Mode } from './evidence-draft.ts';
import { FilesField } from './files-field.tsx';

interface KindProps {
  form: Form<Draft>;
  mode: Mode;
  page: ActivityPage;
}

/** The few fields that a kind of evidence wants. */
export function KindFields({ form, mode, page }: KindProps) {
  const t = useT();
  const today = dayOf(Date.now());
  const files = (
    <FilesField
      unitId={page.activity.unitId}
      value={form.values.files}
      onChange={(next) => form.set({ files: next })}
    />
  );
  switch (mode) {
    case 'link':
      return (
        <>
          <TextInput
            label={t('work.form.url')}
            hint={t('work.form.urlHint')}
            required
            inputMode="url"
            autoComplete="off"
            {...form.field('url')}
          />
          <DateField label={t('work.form.madeOn')} required max={today} {...form.field('madeOn')} />
        </>
      );
    case 'file':
      return (
        <>
          {files}
          <DateField label={t('work.form.takenOn')} required max={today} {...form.field('madeOn')} />
        </>
      );
    case 'event':
      return (
        <>
          <TextInput label={t('work.form.titleEvent')} required {...form.field('title')} />
          <div className="grid gap-4 sm:grid-cols-3">
            <DateField label={t('work.form.heldOn')} required max={today} {...form.field('madeOn')} />
            <TextInput label={t('work.form.place')} {...form.field('place')} />
            <TextInput label={t('work.form.participants')} inputMode="numeric" {...form.field('participants')} />
          </div>
          {files}
        </>
      );
    case 'placement':
      return (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextInput
              label={t('work.form.outlet')}
              hint={t('work.form.outletHint')}
              required
              {...form.field('outlet')}
            />
            <DateField label={t('work.form.shownOn')} required max={today} {...form.field('madeOn')} />
          </div>
          <TextInput label={t('work.form.urlAlso')} inputMode="url" autoComplete="off" {...form.field('url')} />
          {files}
        </>
      );
    case 'output':
      return <RegisterField form={form} unitId={page.activity.unitId} />;
  }
}

/** An item of the register of the unit or one below it, found by its title. */
function RegisterField({ form, unitId }: { form: Form<Draft>; unitId: string }) {
  const t = useT();
  const search = useCallback(
    async (typed: string, signal: AbortSignal) => {
      const asked = { within: unitId, limit: 20, ...(typed.trim() && { q: typed.trim() }) };
      return (await call(listOutputs, asked, { signal })).items as Draft['output'][] as NonNullable<Draft['output']>[];
    },
    [unitId],
  );
  return (
    <Combobox<NonNullable<Draft['output']>>
      label={t('work.form.output')}
      required
      placeholder={t('work.form.outputFind')}
      search={search}
      keyOf={(o) => o.id}
      labelOf={(o: Pick<OutputRow, 'title'>) => o.title}
      detailOf={(o) => o.madeOn}
      value={form.values.output}
      onChange={(output) => form.set({ output })}
    />
  );
}

import type { Series } from '#modules/work/series.contract.ts';
import type { Form } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import type { Draft, Mode } from './evidence-draft.ts';

/** What may be said beside the necessary; folded away, because most people have a minute. */
export function MoreFields({ form, mode, series }: { form: Form<Draft>; mode: Mode; series: readonly Series[] }) {
  const t = useT();
  const titled = mode !== 'event' && mode !== 'output';
  return (
    <details>
      <summary className="inline-flex min-h-9 cursor-pointer items-center text-primary underline underline-offset-2">
        {t('work.form.more')}
      </summary>
      <div className="mt-2 flex flex-col gap-4">
        {titled && <TextInput label={t('work.form.title')} hint={t('work.form.titleHint')} {...form.field('title')} />}
        <div className="grid gap-4 sm:grid-cols-2">
          {mode !== 'output' && <TextInput label={t('work.form.author')} {...form.field('authorName')} />}
          <TextInput label={t('work.form.amount')} inputMode="numeric" {...form.field('amount')} />
        </div>
        {series.length > 0 && (
          <Select
            label={t('work.form.series')}
            {...form.field('seriesId')}
            options={[
              { value: '', label: t('work.form.seriesNone') },
              ...series.map((s) => ({ value: s.id, label: s.title })),
            ]}
          />
        )}
        <TextArea label={t('work.form.note')} rows={2} {...form.field('note')} />
      </div>
    </details>
  );
}

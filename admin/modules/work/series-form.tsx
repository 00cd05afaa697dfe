import { addSeries, editSeries, type Series } from '#modules/work/series.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

interface SeriesFormProps {
  planId: string;
  lineId: string | null;
  /** Null begins a new one. */
  series: Series | null;
  onClose: () => void;
}

export function SeriesForm({ planId, lineId, series, onClose }: SeriesFormProps) {
  const t = useT();
  const form = useForm({
    title: series?.title ?? '',
    aim: series?.aim ?? '',
    fromOn: series?.fromOn ?? null,
    toOn: series?.toOn ?? null,
  });
  const done = {
    changes: ['/activities', '/plans'],
    onDone: () => {
      toast({ text: t('work.series.saved') });
      onClose();
    },
  };
  const add = useWrite(addSeries, done);
  const edit = useWrite(editSeries, done);
  const send = () => {
    const facts = { ...form.values, aim: form.values.aim || null, lineId };
    if (series) edit.mutate({ ...facts, seriesId: series.id, version: series.version }, { onError: form.fail });
    else add.mutate({ ...facts, planId }, { onError: form.fail });
  };
  return (
    <form
      className="flex flex-col gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {form.problem && <ProblemNotice problem={form.problem} />}
      <TextInput label={t('work.series.name')} required {...form.field('title')} />
      <TextArea label={t('work.series.aim')} rows={2} {...form.field('aim')} />
      <DateField label={t('work.series.from')} {...form.field('fromOn')} />
      <DateField label={t('work.series.to')} {...form.field('toOn')} />
      <div className="flex gap-2">
        <Button type="submit" size="sm" look="primary" busy={add.isPending || edit.isPending}>
          {t('work.series.save')}
        </Button>
        <Button size="sm" look="quiet" onClick={onClose}>
          {t('work.evidence.cancel')}
        </Button>
      </div>
    </form>
  );
}

import { editOutput, type OutputDetail } from '#modules/outputs/outputs.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';
import { OutputFields, sentValues, valuesOf } from './output-fields.tsx';

/** Only what was changed is sent; title and day always, because a person vouches for them by saving. */
export function OutputEdit({ row, onDone }: { row: OutputDetail; onDone: () => void }) {
  const t = useT();
  const form = useForm(valuesOf(row));
  const save = useWrite(editOutput, {
    changes: ['/outputs', '/quotas'],
    onDone: () => {
      toast({ tone: 'success', text: t('outputs.editSaved') });
      onDone();
    },
  });
  const submit = () => {
    const before = sentValues(valuesOf(row));
    const { title, madeOn, ...rest } = sentValues(form.values);
    const changed = Object.fromEntries(
      Object.entries(rest).filter(([name, value]) => value !== before[name as keyof typeof before]),
    );
    save.mutate({ outputId: row.id, version: row.version, title, madeOn, ...changed }, { onError: form.fail });
  };
  return (
    <Card title={t('outputs.editTitle')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) submit();
        }}
      >
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <OutputFields form={form} unitId={row.unitId} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={save.isPending}>
            {t('ui.save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

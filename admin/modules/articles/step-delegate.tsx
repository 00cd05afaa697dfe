import { delegateStep, delegationForms, listColleagues } from '#modules/articles/steps.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { ActProblem, stepChanges } from './step-problem.tsx';
import type { StepFormProps } from './step-return.tsx';

/** Passes the open step on to a colleague who can read the text. */
export function DelegateForm({ at, onClose, onChange }: StepFormProps) {
  const t = useT();
  const read = useRead(listColleagues, { articleId: at.articleId });
  const form = useForm({ personId: '', as: '', days: '2' });
  const send = useWrite(delegateStep, {
    changes: stepChanges,
    onDone: () => {
      toast({ text: t('steps.done.delegate') });
      onClose();
      onChange();
    },
  });
  const submit = () => {
    const { personId, as, days } = form.values;
    const chosen = delegationForms.find((one) => one === as) ?? null;
    send.mutate({ ...at, personId, as: chosen, days }, { onError: form.fail });
  };
  if (!read.data) return <Skeleton lines={3} />;
  return (
    <form
      className="flex flex-col gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {form.problem && <ActProblem problem={form.problem} onSeen={onClose} />}
      {read.data.items.length === 0 && <Notice title={t('steps.delegateNone')} />}
      <Select
        label={t('steps.delegateTo')}
        hint={t('steps.delegateHint')}
        required
        placeholder={t('steps.choosePerson')}
        options={read.data.items.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('personId')}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={t('steps.form')}
          placeholder={t('steps.form.none')}
          options={delegationForms.map((value) => ({ value, label: t(`steps.form.${value}`) }))}
          {...form.field('as')}
        />
        <TextInput label={t('steps.days')} inputMode="numeric" required {...form.field('days')} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={send.isPending}>
          {t('steps.send')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

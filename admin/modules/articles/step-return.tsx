import { returnArticle } from '#modules/articles/steps.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { ActProblem, stepChanges } from './step-problem.tsx';

export interface StepFormProps {
  /** The step that the person saw. */
  at: { articleId: string; runId: string; step: number };
  onClose: () => void;
  onChange: () => void;
}

/** Back to the author, with the reason in words. */
export function ReturnForm({ at, onClose, onChange }: StepFormProps) {
  const t = useT();
  const form = useForm({ reason: '' });
  const send = useWrite(returnArticle, {
    changes: stepChanges,
    onDone: () => {
      toast({ text: t('steps.done.return') });
      onClose();
      onChange();
    },
  });
  const missing = send.error?.code === 'articles.no-reason' ? t('steps.reasonMissing') : undefined;
  const field = form.field('reason');
  return (
    <form
      className="flex flex-col gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ ...at, reason: form.values.reason }, { onError: form.fail });
      }}
    >
      {send.error && !missing && <ActProblem problem={send.error} onSeen={onClose} />}
      <TextArea
        label={t('steps.reason')}
        hint={t('steps.reasonHint')}
        required
        autoFocus
        rows={3}
        {...field}
        error={field.error ?? missing}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="danger" busy={send.isPending}>
          {t('steps.act.return')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

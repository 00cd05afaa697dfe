import { correctArticle } from '#modules/articles/publication.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import type { PublicationFormProps } from './publication-publish.tsx';

/** Puts the newly approved version in the place of the published one, with a word to the readers. */
export function CorrectForm({ article, onChange, onClose }: PublicationFormProps) {
  const t = useT();
  const form = useForm({ note: '', visible: true });
  const correct = useWrite(correctArticle, {
    changes: ['/articles'],
    onDone: () => {
      toast({ tone: 'success', text: t('publishing.done.correct') });
      onClose();
      onChange();
    },
  });
  const visible = form.field('visible');
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        correct.mutate({ articleId: article.id, ...form.values }, { onError: form.fail });
      }}
    >
      <p className="text-sm text-muted">{t('publishing.correctHint')}</p>
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <TextArea
        label={t('publishing.note')}
        hint={t('publishing.noteHint')}
        required
        rows={2}
        {...form.field('note')}
      />
      <Checkbox label={t('publishing.visible')} checked={visible.value} onChange={visible.onChange} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={correct.isPending}>
          {t('publishing.correct')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

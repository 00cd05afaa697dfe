import { dayOf } from '#lib/format.ts';
import { type PublicationList, publishArticle } from '#modules/articles/publication.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { DueField } from './due-field.tsx';
import type { PanelProps } from './panel.ts';
import { useDue } from './publication-retime.tsx';

export interface PublicationFormProps extends PanelProps {
  onClose: () => void;
}

/** Puts the approved version on a site, now or at a time. */
export function PublishForm({
  article,
  list,
  timed,
  onChange,
  onClose,
}: PublicationFormProps & { list: PublicationList; timed: boolean }) {
  const t = useT();
  const form = useForm({ unitId: list.places[0]?.unitId ?? '', section: '' });
  const due = useDue({ day: null, time: '07:30' });
  const publish = useWrite(publishArticle, {
    changes: ['/articles'],
    onDone: () => {
      toast({ tone: 'success', text: t(timed ? 'publishing.done.schedule' : 'publishing.done.publish') });
      onClose();
      onChange();
    },
  });
  const send = () => {
    const dueAt = timed ? due.take() : null;
    if (dueAt === undefined) return;
    publish.mutate({ articleId: article.id, dueAt, ...form.values }, { onError: form.fail });
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      {list.newerText && list.approvedN !== null && (
        <Notice tone="warning" title={t('publishing.newer', { n: list.approvedN })} />
      )}
      {list.places.length > 1 && (
        <Select
          label={t('publishing.where')}
          options={list.places.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
          {...form.field('unitId')}
        />
      )}
      {timed && <DueField value={due.due} onChange={due.set} today={dayOf(Date.now())} error={due.error} />}
      <TextInput
        label={t('publishing.section')}
        hint={t('publishing.sectionHint')}
        maxLength={100}
        {...form.field('section')}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={publish.isPending}>
          {t(timed ? 'publishing.setTime' : 'publishing.publish')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

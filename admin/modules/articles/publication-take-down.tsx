import { useState } from 'react';
import { type PublicationList, takeDownArticle } from '#modules/articles/publication.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import type { PanelProps } from './panel.ts';

/** Takes the text down everywhere; says before where everywhere is. */
export function TakeDown({ article, list, onChange }: PanelProps & { list: PublicationList }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const form = useForm({ reason: '', mistake: false });
  const takeDown = useWrite(takeDownArticle, {
    changes: ['/articles'],
    onDone: () => {
      toast({ text: t('publishing.done.take-down') });
      setOpen(false);
      onChange();
    },
  });
  const mistake = form.field('mistake');
  const { reason } = form.values;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('publishing.takeDown')}</Button>
      <Confirm
        open={open}
        danger
        title={t('publishing.takeDownTitle')}
        verb={t('publishing.takeDown')}
        busy={takeDown.isPending}
        onConfirm={() =>
          takeDown.mutate({ articleId: article.id, reason, counts: !form.values.mistake }, { onError: form.fail })
        }
        onClose={() => setOpen(false)}
      >
        <Everywhere list={list} />
        {form.problem && <Notice live tone="danger" title={form.problem.title} />}
        <TextArea label={t('publishing.takeDownReason')} required rows={2} {...form.field('reason')} />
        <Checkbox label={t('publishing.mistake')} checked={mistake.value} onChange={mistake.onChange} />
      </Confirm>
    </>
  );
}

function Everywhere({ list }: { list: PublicationList }) {
  const t = useT();
  const standing = list.items.filter((one) => ['published', 'scheduled', 'failed'].includes(one.state));
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p>{t('publishing.takeDownHint')}</p>
      <ul className="max-h-48 list-disc overflow-y-auto pl-5">
        {standing.map((one) => (
          <li key={one.id}>
            {one.state === 'published' ? one.unitName : t('publishing.takeDownSchedule', { unit: one.unitName })}
            {one.edition && ` · ${t('publishing.edition')}`}
          </li>
        ))}
      </ul>
      {list.placements.length > 0 && (
        <>
          <p>{t('publishing.takeDownPress')}</p>
          <ul className="list-disc pl-5">
            {list.placements.map((one) => (
              <li key={one.id}>{one.outlet}</li>
            ))}
          </ul>
        </>
      )}
      <p className="text-muted">{t('publishing.takeDownAgain')}</p>
    </div>
  );
}

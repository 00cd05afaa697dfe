import { useState } from 'react';
import { dayOf, shortDay } from '#lib/format.ts';
import { moments } from '#lib/plan-parts.ts';
import { markOutput, type OutputDetail } from '#modules/outputs/outputs.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stops } from '../../ui/stops.tsx';
import { toast } from '../../ui/toast.tsx';

/** The way of an item as a line of stops; who recorded it may correct the days. */
export function OutputMoments({ row }: { row: OutputDetail }) {
  const t = useT();
  const [marking, setMarking] = useState(false);
  const days = { sent: row.sentOn, approved: row.approvedOn, published: row.publishedOn, picked: row.pickedOn };
  const counting = row.stands && !row.withdrawnAt;
  return (
    <div className="flex flex-col gap-4">
      <Stops
        label={t('outputs.way')}
        stops={moments.map((moment) => ({
          key: moment,
          label: t(`outputs.moment.${moment}`),
          state: days[moment] && counting ? 'done' : 'next',
          time: days[moment] && counting ? shortDay(days[moment]) : t('outputs.notYet'),
          person:
            moment === 'picked' && row.pickedByName ? t('outputs.pickedBy', { unit: row.pickedByName }) : undefined,
        }))}
      />
      {row.can.includes('mark') && counting && !marking && (
        <div>
          <Button size="sm" onClick={() => setMarking(true)}>
            {t('outputs.mark')}
          </Button>
        </div>
      )}
      {marking && <Marking row={row} onDone={() => setMarking(false)} />}
    </div>
  );
}

function Marking({ row, onDone }: { row: OutputDetail; onDone: () => void }) {
  const t = useT();
  const form = useForm({ sentOn: row.sentOn, approvedOn: row.approvedOn, publishedOn: row.publishedOn });
  const mark = useWrite(markOutput, {
    changes: ['/outputs', '/quotas'],
    onDone: () => {
      toast({ tone: 'success', text: t('outputs.marked') });
      onDone();
    },
  });
  const max = dayOf(Date.now());
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        mark.mutate({ outputId: row.id, version: row.version, ...form.values }, { onError: form.fail });
      }}
    >
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <div className="flex flex-wrap gap-3">
        <DateField className="w-44" label={t('outputs.moment.sent')} max={max} {...form.field('sentOn')} />
        <DateField className="w-44" label={t('outputs.moment.approved')} max={max} {...form.field('approvedOn')} />
        <DateField className="w-44" label={t('outputs.moment.published')} max={max} {...form.field('publishedOn')} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={mark.isPending}>
          {t('outputs.markSave')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

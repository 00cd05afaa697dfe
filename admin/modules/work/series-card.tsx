import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { shortDay } from '#lib/format.ts';
import { deleteSeries, type Series } from '#modules/work/series.contract.ts';
import { useWrite } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Link } from '../../ui/link.tsx';
import { toast } from '../../ui/toast.tsx';
import { SeriesForm } from './series-form.tsx';

interface SeriesCardProps {
  planId: string;
  lineId: string;
  series: readonly Series[];
  mayAdd: boolean;
}

/** Tuyến bài of the activity, and those of the plan as a whole. */
export function SeriesCard({ planId, lineId, series, mayAdd }: SeriesCardProps) {
  const t = useT();
  const [open, setOpen] = useState<Series | 'new' | null>(null);
  const close = () => setOpen(null);
  return (
    <Card
      title={t('work.series.title')}
      action={
        mayAdd &&
        open === null && (
          <Button size="sm" look="quiet" icon={Plus} onClick={() => setOpen('new')}>
            {t('work.series.add')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-xs text-muted">{t('work.series.lead')}</p>
        {series.length === 0 && open === null && <p>{t('work.series.none')}</p>}
        <ul className="flex flex-col gap-3">
          {series.map((s) =>
            open !== 'new' && open?.id === s.id ? (
              <li key={s.id}>
                <SeriesForm planId={planId} lineId={s.lineId} series={s} onClose={close} />
              </li>
            ) : (
              <SeriesItem key={s.id} of={s} onEdit={() => setOpen(s)} />
            ),
          )}
        </ul>
        {open === 'new' && <SeriesForm planId={planId} lineId={lineId} series={null} onClose={close} />}
      </div>
    </Card>
  );
}

function SeriesItem({ of, onEdit }: { of: Series; onEdit: () => void }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const remove = useWrite(deleteSeries, {
    changes: ['/activities', '/plans'],
    onDone: () => toast({ text: t('work.series.deleted') }),
  });
  const days = [of.fromOn, of.toOn].filter((d) => d !== null).map(shortDay);
  return (
    <li className="flex flex-col gap-1">
      <Link className="font-semibold" to={paths.articles.to({}, { tuyenBai: of.id })}>
        {of.title}
      </Link>
      {of.aim && <span className="text-muted">{of.aim}</span>}
      <span className="text-xs text-muted">
        {[t('work.series.pieces', { n: of.pieces }), days.join(' - '), of.lineId === null && t('work.series.whole')]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {remove.error && <ProblemNotice problem={remove.error} />}
      {of.can.length > 0 && (
        <span className="flex gap-1">
          <Button size="sm" look="quiet" onClick={onEdit}>
            {t('work.series.edit')}
          </Button>
          <Button size="sm" look="quiet" onClick={() => setAsking(true)}>
            {t('work.series.delete')}
          </Button>
        </span>
      )}
      <Confirm
        open={asking}
        title={t('work.series.deleteAsk', { title: of.title })}
        verb={t('work.series.delete')}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ seriesId: of.id, version: of.version }, { onSettled: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      >
        {t('work.series.deleteHint')}
      </Confirm>
    </li>
  );
}

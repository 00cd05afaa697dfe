import { useState } from 'react';
import { listPublications, type PublicationList } from '#modules/articles/publication.contract.ts';
import { useRead } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { PanelProps } from './panel.ts';
import { CorrectForm } from './publication-correct.tsx';
import { PublicationPlace } from './publication-place.tsx';
import { PublishForm } from './publication-publish.tsx';
import { TakeDown } from './publication-take-down.tsx';

/** Where the text stands and is to stand, and what the reader may do about it. */
export function PublicationPanel({ article, onChange }: PanelProps) {
  const t = useT();
  const { data, error, refetch } = useRead(listPublications, { articleId: article.id });
  if (article.stage === 'writing' && data?.items.length === 0) return null;
  return (
    <Card title={t('publishing.title')}>
      {error && !data && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={3} />}
      {data && <Places list={data} article={article} onChange={onChange} />}
    </Card>
  );
}

type Open = 'publish' | 'schedule' | 'correct' | null;

function Places({ list, article, onChange }: PanelProps & { list: PublicationList }) {
  const t = useT();
  const [open, setOpen] = useState<Open>(null);
  const now = list.items.filter((one) => one.state !== 'taken-down' && one.state !== 'cancelled');
  const past = list.items.filter((one) => one.state === 'taken-down' || one.state === 'cancelled');
  const form = { article, onChange, onClose: () => setOpen(null) };
  return (
    <div className="flex flex-col gap-4">
      {list.items.length === 0 && list.places.length === 0 && (
        <p className="text-sm text-muted">{t('publishing.none')}</p>
      )}
      {now.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {now.map((one) => (
            <PublicationPlace key={one.id} place={one} onChange={onChange} />
          ))}
        </ul>
      )}
      {(open === 'publish' || open === 'schedule') && <PublishForm {...form} list={list} timed={open === 'schedule'} />}
      {open === 'correct' && <CorrectForm {...form} />}
      {open === null && (
        <div className="flex flex-wrap gap-2">
          {list.places.length > 0 && (
            <>
              <Button look="primary" onClick={() => setOpen('publish')}>
                {t('publishing.publish')}
              </Button>
              <Button onClick={() => setOpen('schedule')}>{t('publishing.schedule')}</Button>
            </>
          )}
          {article.can.includes('correct') && (
            <Button look="primary" onClick={() => setOpen('correct')}>
              {t('publishing.correct')}
            </Button>
          )}
          {article.can.includes('take-down') && <TakeDown article={article} list={list} onChange={onChange} />}
        </div>
      )}
      {past.length > 0 && (
        <details className="border-t border-line pt-3">
          <summary className="cursor-pointer text-sm">{t('publishing.earlier', { n: past.length })}</summary>
          <ul className="mt-2 flex flex-col divide-y divide-line">
            {past.map((one) => (
              <PublicationPlace key={one.id} place={one} onChange={onChange} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

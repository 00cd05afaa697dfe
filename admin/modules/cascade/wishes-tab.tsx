import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { moment } from '#lib/format.ts';
import { listWishes } from '#modules/cascade/wishes.contract.ts';
import { useList } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { WishDecision } from './wish-decision.tsx';

export type Wish = OutputOf<typeof listWishes>['items'][number];

/** What units wish changed: each decided with a note that the unit reads. */
export function WishesTab({ planId }: { planId: string }) {
  const t = useT();
  const list = useList(listWishes, { planId });
  if (list.query.error) return <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />;
  if (!list.items) return <Skeleton lines={6} />;
  if (list.items.length === 0)
    return (
      <EmptyState small title={t('cascade.wish.none')}>
        {t('cascade.wish.noneHint')}
      </EmptyState>
    );
  return (
    <Card flush title={t('cascade.wish.list')}>
      <ul className="divide-y divide-line">
        {list.items.map((wish) => (
          <WishLine key={wish.id} planId={planId} wish={wish} />
        ))}
      </ul>
      <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
    </Card>
  );
}

function WishLine({ planId, wish }: { planId: string; wish: Wish }) {
  const t = useT();
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const [deciding, setDeciding] = useState(false);
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1 basis-72 text-muted">{wish.lineText}</p>
        {wish.decision ? (
          <StateTag tone={wish.decision === 'accepted' ? 'success' : 'neutral'}>
            {t(wish.decision === 'accepted' ? 'cascade.wish.wasAccepted' : 'cascade.wish.wasDeclined')}
          </StateTag>
        ) : (
          <StateTag tone="waiting">{t('cascade.wish.undecided')}</StateTag>
        )}
      </div>
      <p>
        <span className="font-semibold">{t('cascade.wish.of', { unit: wish.unitName })}: </span>
        <span className="whitespace-pre-line">{wish.reason}</span>{' '}
        <span className="text-xs text-muted">({moment(wish.at, now, language)})</span>
      </p>
      {wish.decisionNote && <p className="border-l-2 border-line pl-3 whitespace-pre-line">{wish.decisionNote}</p>}
      {!wish.decision &&
        (deciding ? (
          <WishDecision planId={planId} wish={wish} onClose={() => setDeciding(false)} />
        ) : (
          <Button
            size="sm"
            className="self-start"
            aria-label={t('cascade.wish.decideOf', { unit: wish.unitName })}
            onClick={() => setDeciding(true)}
          >
            {t('cascade.wish.decide')}
          </Button>
        ))}
    </li>
  );
}

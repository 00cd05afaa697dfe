import { listFeeds } from '#modules/outputs/feeds.contract.ts';
import { useList } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FeedAdd } from './feed-add.tsx';
import { FeedCard } from './feed-card.tsx';

/** Sites that the unit keeps already, and how reading them goes. */
export default function FeedsPage() {
  const t = useT();
  const { unit, can } = useSession();
  const list = useList(listFeeds, { within: unit?.id }, { enabled: unit !== null, refetchEvery: 10_000 });
  return (
    <Page
      title={t('outputs.feeds')}
      lead={t('outputs.feedsLead')}
      crumbs={[{ label: t('outputs.title'), to: paths.outputs.to() }]}
    >
      {unit && can('outputs.record') && <FeedAdd key={unit.id} unitId={unit.id} />}
      {list.query.error && !list.items && (
        <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />
      )}
      {unit && !list.items && !list.query.error && <Skeleton lines={4} />}
      {list.items?.length === 0 && (
        <Card>
          <EmptyState title={t('outputs.feedsNone')}>{t('outputs.feedsNoneHint')}</EmptyState>
        </Card>
      )}
      {list.items?.map((feed) => (
        <FeedCard key={feed.id} feed={feed} ownUnitId={unit?.id} />
      ))}
      {list.items && list.hasMore && (
        <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
      )}
    </Page>
  );
}

import { listFeeds } from '#modules/outputs/feeds.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FeedAdd } from './feed-add.tsx';
import { FeedCard } from './feed-card.tsx';

/** Sites that the unit keeps already, and how reading them goes. */
export default function FeedsPage() {
  const t = useT();
  const { unit, can } = useSession();
  const list = useRead(listFeeds, { within: unit?.id, limit: 200 }, { enabled: unit !== null, refetchEvery: 5_000 });
  const feeds = list.data?.items;
  return (
    <Page
      title={t('outputs.feeds')}
      lead={t('outputs.feedsLead')}
      crumbs={[{ label: t('outputs.title'), to: paths.outputs.to() }]}
    >
      {unit && can('outputs.record') && <FeedAdd key={unit.id} unitId={unit.id} />}
      {list.error && !feeds && <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />}
      {unit && !feeds && !list.error && <Skeleton lines={4} />}
      {feeds?.length === 0 && (
        <Card>
          <EmptyState title={t('outputs.feedsNone')}>{t('outputs.feedsNoneHint')}</EmptyState>
        </Card>
      )}
      {feeds?.map((feed) => (
        <FeedCard key={feed.id} feed={feed} ownUnitId={unit?.id} />
      ))}
    </Page>
  );
}

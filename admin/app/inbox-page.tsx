import { listInbox, readAllNotices } from '#modules/notices/notices.contract.ts';
import { useT } from '../texts/load.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { More } from '../ui/more.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Badge } from '../ui/state-tag.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useList, useWrite } from './data.ts';
import { useFilters } from './filters.ts';
import { NoticeLine, setUnread } from './notice-line.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { useSession } from './session.tsx';

/** All notices, page by page; unread ones alone where wanted. */
export default function InboxPage() {
  const t = useT();
  const { unread } = useSession().me;
  const [{ show }, setFilters] = useFilters({ show: '' });
  const onlyUnread = show === 'unread';
  const list = useList(listInbox, { show: onlyUnread ? 'unread' : undefined }, { keepPrevious: true });
  const readAll = useWrite(readAllNotices, { onDone: (output) => setUnread(output.unread) });
  const { items } = list;
  return (
    <Page
      width="reading"
      title={t('ui.inbox.title')}
      lead={t('ui.inbox.lead')}
      action={
        unread > 0 && (
          <Button busy={readAll.isPending} onClick={() => readAll.mutate({})}>
            {t('ui.inbox.readAll')}
          </Button>
        )
      }
    >
      <Tabs
        label={t('ui.inbox.show')}
        value={onlyUnread ? 'unread' : 'all'}
        onChange={(key) => setFilters({ show: key === 'unread' ? 'unread' : '' })}
        tabs={[
          { key: 'all', label: t('ui.inbox.showAll') },
          {
            key: 'unread',
            label: t('ui.inbox.showUnread'),
            mark: unread > 0 && <Badge tone="waiting">{unread}</Badge>,
          },
        ]}
      >
        {list.query.error && !items ? (
          <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />
        ) : (
          <Card flush>
            {!items && <Skeleton className="p-4" />}
            {items?.length === 0 && (
              <EmptyState title={t(onlyUnread ? 'ui.inbox.noneUnread' : 'ui.inbox.none')}>
                {t('ui.inbox.noneHint')}
              </EmptyState>
            )}
            <ul className="divide-y divide-line">
              {items?.map((notice) => (
                <NoticeLine key={notice.id} notice={notice} />
              ))}
            </ul>
            {items && items.length > 0 && (
              <More shown={items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
            )}
          </Card>
        )}
      </Tabs>
    </Page>
  );
}

import Bell from 'lucide-react/icons/bell';
import { useState } from 'react';
import { listInbox, readAllNotices } from '#modules/notices/notices.contract.ts';
import { useT } from '../texts/load.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Popover } from '../ui/popover.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { call } from './client.ts';
import { useRead } from './data.ts';
import { useLive } from './live.ts';
import { NoticeLine, setUnread } from './notice-line.tsx';
import { paths } from './paths.ts';
import { useSession } from './session.tsx';

/** The bell: unread count live, the last notices in a panel. */
export function Inbox() {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { unread } = useSession().me;
  useLive('inbox', (data) => setUnread((data as { unread: number }).unread));
  return (
    <Popover
      open={open}
      onOpen={setOpen}
      label={t('ui.inbox.title')}
      className="flex max-h-[min(36rem,80dvh)] w-[min(26rem,94vw)] flex-col"
      trigger={
        <IconButton icon={Bell} tip="end" label={unread ? t('ui.inbox.unread', { n: unread }) : t('ui.inbox.title')}>
          {unread > 0 && (
            <span
              aria-hidden
              className="absolute top-0.5 right-0 min-w-4.5 rounded-full bg-accent px-1 text-center text-xs leading-4.5 font-semibold text-on-accent"
            >
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </IconButton>
      }
    >
      <InboxPanel unread={unread} onGo={() => setOpen(false)} />
    </Popover>
  );
}

function InboxPanel({ unread, onGo }: { unread: number; onGo: () => void }) {
  const t = useT();
  const { data } = useRead(listInbox, { limit: 20 });
  return (
    <>
      <div className="flex min-h-12 items-center justify-between gap-2 border-b border-line px-4 py-1">
        <h2 className="text-base font-semibold">{t('ui.inbox.title')}</h2>
        {unread > 0 && (
          <Button look="quiet" size="sm" onClick={async () => setUnread((await call(readAllNotices, {})).unread)}>
            {t('ui.inbox.readAll')}
          </Button>
        )}
      </div>
      <div className="min-h-0 overflow-y-auto">
        {!data && <Skeleton className="p-4" />}
        {data?.items.length === 0 && (
          <EmptyState small title={t('ui.inbox.none')}>
            {t('ui.inbox.noneHint')}
          </EmptyState>
        )}
        <ul className="divide-y divide-line">
          {data?.items.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} onGo={onGo} />
          ))}
        </ul>
      </div>
      {data && data.items.length > 0 && (
        <div className="border-t border-line p-1 text-center">
          <LinkButton look="quiet" size="sm" to={paths.inbox.to()} onClick={onGo}>
            {t('ui.inbox.all')}
          </LinkButton>
        </div>
      )}
    </>
  );
}

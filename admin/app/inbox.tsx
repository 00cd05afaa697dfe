import { useNavigate } from '@tanstack/react-router';
import Bell from 'lucide-react/icons/bell';
import { useState } from 'react';
import { moment } from '#lib/format.ts';
import { getMe, type Me } from '#modules/access/access.contract.ts';
import { listInbox, type NoticeRow, readAllNotices, readNotice } from '#modules/notices/notices.contract.ts';
import { useLanguage, useT } from '../texts/load.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Popover } from '../ui/popover.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { call } from './client.ts';
import { keyOf, queries, refresh, useRead } from './data.ts';
import { useLive } from './live.ts';
import { fromServer } from './paths.ts';
import { useSession } from './session.tsx';

/** Writes the unread count, as the server just told it, where everybody reads it. */
function setUnread(unread: number): void {
  queries.setQueryData<Me>(keyOf(getMe, {}), (me) => me && { ...me, unread });
  void refresh(['/inbox']);
}

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
    </>
  );
}

function NoticeLine({ notice, onGo }: { notice: NoticeRow; onGo: () => void }) {
  const t = useT();
  const language = useLanguage();
  const navigate = useNavigate();
  const isNew = notice.readAt === null;
  const open = async () => {
    const to = fromServer(notice.link);
    if (to) {
      onGo();
      void navigate({ to });
    }
    if (isNew) setUnread((await call(readNotice, { noticeId: notice.id })).unread);
  };
  return (
    <li>
      <button
        type="button"
        className="flex w-full items-start gap-3 px-4 py-3 text-left -outline-offset-2 hover:bg-sunken"
        onClick={open}
      >
        <span
          aria-hidden
          className={cx('mt-1.5 size-2.5 shrink-0 rounded-full', isNew ? 'bg-accent' : 'border border-line')}
        />
        <span className="min-w-0 flex-1">
          <span className={cx('block', isNew && 'font-semibold')}>{notice.sentence}</span>
          <span className="text-xs text-muted">{moment(notice.at, Date.now(), language)}</span>
          {isNew && <span className="sr-only"> · {t('ui.inbox.isNew')}</span>}
        </span>
      </button>
    </li>
  );
}

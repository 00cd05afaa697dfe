import { useNavigate } from '@tanstack/react-router';
import { moment } from '#lib/format.ts';
import { getMe, type Me } from '#modules/access/access.contract.ts';
import { type NoticeRow, readNotice } from '#modules/notices/notices.contract.ts';
import { useLanguage, useT } from '../texts/load.ts';
import { cx } from '../ui/cx.ts';
import { call } from './client.ts';
import { keyOf, queries, refresh } from './data.ts';
import { fromServer, isLight } from './paths.ts';

/** Writes the unread count, as the server just told it, where everybody reads it. */
export function setUnread(unread: number): void {
  queries.setQueryData<Me>(keyOf(getMe, {}), (me) => me && { ...me, unread });
  void refresh(['/inbox']);
}

/** One notice: pressing it opens what it speaks of and marks it as read. */
export function NoticeLine({ notice, onGo }: { notice: NoticeRow; onGo?: () => void }) {
  const t = useT();
  const language = useLanguage();
  const navigate = useNavigate();
  const isNew = notice.readAt === null;
  const open = async () => {
    const to = fromServer(notice.link);
    if (to) {
      onGo?.();
      void navigate({ to });
    }
    if (isNew) setUnread((await call(readNotice, { noticeId: notice.id })).unread);
    if (notice.link && isLight(notice.link)) location.assign(notice.link);
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

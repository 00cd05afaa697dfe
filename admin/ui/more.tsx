import { useT } from '../texts/load.ts';
import { Button } from './button.tsx';

export interface MoreProps {
  /** How many are shown, and of how many where that is known. */
  shown: number;
  total?: number;
  hasMore: boolean;
  busy?: boolean;
  onMore: () => void;
}

/** The end of a list: 'Xem thêm' brings the next page (keyset), and says how much is shown. */
export function More({ shown, total, hasMore, busy, onMore }: MoreProps) {
  const t = useT();
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-2 text-xs text-muted">
      <span>
        {total === undefined ? t('ui.shown', { n: shown }) : t('ui.ofTotal', { n: shown, total })}
        {!hasMore && shown > 0 && ` · ${t('ui.list.end')}`}
      </span>
      {hasMore && (
        <Button size="sm" busy={busy} onClick={onMore}>
          {t('ui.more')}
        </Button>
      )}
    </div>
  );
}

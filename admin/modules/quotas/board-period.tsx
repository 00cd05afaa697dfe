import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { periodKinds } from '#lib/quota-periods.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import type { BoardFilters } from './board-address.ts';
import { type Board, nameOfPeriod, quotaWords } from './board-words.ts';

/** Which period, and which quota: all of it lives in the address. */
export function BoardPeriod({
  board,
  filters,
  onChange,
}: {
  board: Board;
  filters: BoardFilters;
  onChange: (change: Partial<BoardFilters>) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const several = board.quotas.length > 1 || filters.dinhMuc !== '';
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <Select
        label={t('quotas.period')}
        hideLabel
        className="w-36"
        value={board.period.kind}
        onChange={(ky) => onChange({ ky: ky === 'month' ? '' : ky, luc: '' })}
        options={periodKinds.map((value) => ({ value, label: t(`quotas.period.${value}`) }))}
      />
      <div className="flex items-center gap-1">
        <IconButton icon={ChevronLeft} label={t('quotas.before')} onClick={() => onChange({ luc: board.before })} />
        <h2 aria-live="polite" className="min-w-36 text-center font-semibold first-letter:uppercase">
          {nameOfPeriod(board.period, language)}
        </h2>
        <IconButton
          icon={ChevronRight}
          label={t('quotas.after')}
          disabled={board.after === null}
          onClick={() => onChange({ luc: board.after ?? '' })}
        />
      </div>
      {several && (
        <Select
          label={t('quotas.quota')}
          hideLabel
          className="w-72 max-w-full"
          value={filters.dinhMuc}
          placeholder={t('quotas.allQuotas')}
          onChange={(dinhMuc) => onChange({ dinhMuc })}
          options={board.quotas.map((quota) => ({ value: quota.id, label: quotaWords(t, quota) }))}
        />
      )}
    </div>
  );
}

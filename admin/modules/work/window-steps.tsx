import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { shortMonth } from '#lib/format.ts';
import { addMonths } from '#lib/months.ts';
import { useT } from '../../texts/load.ts';
import { IconButton } from '../../ui/button.tsx';

/** Which twelve months are shown, with a year back and forth. */
export function WindowSteps({ first, onStep }: { first: string; onStep: (first: string) => void }) {
  const t = useT();
  return (
    <div className="flex items-center gap-2" data-print="no">
      <IconButton icon={ChevronLeft} label={t('work.matrix.earlier')} onClick={() => onStep(addMonths(first, -12))} />
      <span className="tabular-nums" aria-live="polite">
        {t('work.matrix.range', { from: shortMonth(first), to: shortMonth(addMonths(first, 11)) })}
      </span>
      <IconButton icon={ChevronRight} label={t('work.matrix.later')} onClick={() => onStep(addMonths(first, 12))} />
    </div>
  );
}

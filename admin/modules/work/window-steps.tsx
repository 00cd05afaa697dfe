import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useT } from '../../texts/load.ts';
import { IconButton } from '../../ui/button.tsx';
import { addMonths } from './months-window.ts';
import { monthWords } from './work-words.tsx';

/** Which twelve months are shown, with a year back and forth. */
export function WindowSteps({ first, onStep }: { first: string; onStep: (first: string) => void }) {
  const t = useT();
  return (
    <div className="flex items-center gap-2" data-print="no">
      <IconButton icon={ChevronLeft} label={t('work.matrix.earlier')} onClick={() => onStep(addMonths(first, -12))} />
      <span className="tabular-nums" aria-live="polite">
        {t('work.matrix.range', { from: monthWords(first), to: monthWords(addMonths(first, 11)) })}
      </span>
      <IconButton icon={ChevronRight} label={t('work.matrix.later')} onClick={() => onStep(addMonths(first, 12))} />
    </div>
  );
}

import { formatNumber } from '#lib/format.ts';
import { type WorkState, workStates } from '#lib/progress.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { cx } from '../../ui/cx.ts';
import { toneClass } from '../../ui/state-tag.tsx';
import { stateIcon, stateTone } from './work-words.tsx';

/** How many activities stand how; pressing one narrows the view to it, pressing it again lets go. */
export function StateCounts({
  counts,
  chosen,
  onChoose,
}: {
  counts: Record<WorkState, number> | undefined;
  chosen: string;
  onChoose: (state: string) => void;
}) {
  const t = useT();
  const language = useLanguage();
  return (
    <fieldset className="flex flex-wrap gap-2" data-print="no">
      <legend className="sr-only">{t('work.filter.state')}</legend>
      {workStates.map((state) => {
        const Icon = stateIcon[state];
        return (
          <button
            key={state}
            type="button"
            aria-pressed={chosen === state}
            onClick={() => onChoose(chosen === state ? '' : state)}
            className={cx(
              'inline-flex min-h-9 items-center gap-2 rounded-full border px-3 text-sm',
              chosen === state
                ? `border-current font-semibold ${toneClass[stateTone[state]]}`
                : 'border-edge bg-paper text-ink hover:bg-sunken',
            )}
          >
            <Icon size={16} className="shrink-0" aria-hidden />
            {t(`work.state.${state}`)}
            <span className="tabular-nums">{counts ? formatNumber(counts[state], 0, language) : '–'}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

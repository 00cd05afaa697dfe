import { askStates } from '#modules/cascade/cascade.contract.ts';
import { useT } from '../../texts/load.ts';
import { cx } from '../../ui/cx.ts';
import { gradientOf } from './matrix-cells.ts';
import { looks } from './state-words.tsx';

const squareClass = 'size-6 rounded-sm text-center align-middle text-xs font-semibold';

/** What a square means: colour and sign for each state. */
export function MatrixLegend({ mixed }: { mixed: boolean }) {
  const t = useT();
  const third = askStates.map((state) => (['unopened', 'unanswered', 'adopted'].includes(state) ? 1 : 0));
  return (
    <ul aria-label={t('cascade.coverage.legend')} className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {askStates.map((state) => (
        <li key={state} className="flex items-center gap-1.5">
          <span className={cx(squareClass, 'inline-block leading-6', looks[state].fill, looks[state].on)} aria-hidden>
            {looks[state].glyph}
          </span>
          {t(`cascade.coverage.state.${state}`)}
        </li>
      ))}
      {mixed && (
        <li className="flex items-center gap-1.5">
          <span
            className={squareClass}
            style={{ backgroundImage: gradientOf(third, (state) => looks[state].colour) }}
            aria-hidden
          />
          {t('cascade.coverage.matrixMixed')}
        </li>
      )}
      <li className="flex items-center gap-1.5">
        <span className={cx(squareClass, 'inline-block border border-dashed border-edge')} aria-hidden />
        {t('cascade.coverage.matrixEmpty')}
      </li>
    </ul>
  );
}

import { formatNumber } from '#lib/format.ts';
import { moments } from '#lib/plan-parts.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { Board } from './board-words.ts';

/** All below in one line: how many met it, and how much there is at each moment. */
export function BoardTotal({ board: { total } }: { board: Board }) {
  const t = useT();
  const language = useLanguage();
  if (total.expected === 0) return null;
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-10 gap-y-4">
        <div className="min-w-48 flex-1">
          <p className="mb-1 text-sm">
            <span className="text-muted">{t('quotas.total')}: </span>
            <strong>{t('quotas.totalMet', { met: total.met, expected: total.expected })}</strong>
          </p>
          <Progress
            done={total.met}
            total={total.expected}
            label={t('quotas.totalMet', { met: total.met, expected: total.expected })}
          />
        </div>
        <dl className="flex flex-wrap gap-x-8 gap-y-2">
          {moments.map((moment) => (
            <div key={moment}>
              <dt className="text-xs text-muted">{t(`quotas.${moment}`)}</dt>
              <dd className="text-lg font-semibold tabular-nums">{formatNumber(total[moment], 0, language)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Card>
  );
}

import { dayOf } from '#lib/format.ts';
import type { WorkTarget } from '#modules/work/work.contract.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { MonthSquare, SquareLegend } from './month-square.tsx';
import { WorkProgress, WorkStateTag } from './work-words.tsx';

/** Each countable product: n of m, what is needed by now, and its months as squares. */
export function TargetsCard({ targets }: { targets: readonly WorkTarget[] }) {
  const t = useT();
  const today = dayOf(Date.now()).slice(0, 7);
  return (
    <Card title={t('work.page.targets')} flush>
      <ul className="divide-y divide-line">
        {targets.map((target) => (
          <li key={target.id} className="flex flex-col gap-2 p-4">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className="font-semibold">
                {target.total} {target.product}
              </span>
              <WorkStateTag state={target.state} />
              <span className="text-xs text-muted">{t('work.target.due', { due: target.dueSoFar })}</span>
            </div>
            <WorkProgress of={{ ...target, text: target.product }} />
            <div className="flex flex-wrap gap-1">
              {target.months.map((share) => (
                <MonthSquare key={share.month} share={share} today={today} named />
              ))}
            </div>
          </li>
        ))}
      </ul>
      <div className="border-t border-line px-4 py-2">
        <SquareLegend />
      </div>
    </Card>
  );
}

import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { OutputOf } from '#lib/contract.ts';
import type { checkPlan } from '#modules/plans/plans.contract.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

export type Warning = OutputOf<typeof checkPlan>['items'][number];

/** What an attentive colleague would point out. */
export function Warnings(props: { items: readonly Warning[] | undefined; editable: boolean; planId: string }) {
  const { items, editable, planId } = props;
  const t = useT();
  return (
    <Card title={t('plans.page.warnings')}>
      {items === undefined ? (
        <Skeleton lines={2} />
      ) : items.length === 0 ? (
        <p className="text-muted">{t('plans.page.noWarnings')}</p>
      ) : (
        <WarningList items={items} planId={editable ? planId : undefined} />
      )}
    </Card>
  );
}

/** The warnings as sentences; with a plan that may be edited each leads to its line. */
export function WarningList({ items, planId }: { items: readonly Warning[]; planId: string | undefined }) {
  return (
    <ul className="flex flex-col gap-2">
      {items.map((item) => {
        const Icon = item.severity === 'warning' ? TriangleAlert : Info;
        return (
          <li key={`${item.code} ${item.lineId} ${item.sentence}`} className="flex items-start gap-2">
            <Icon
              size={16}
              className={`mt-[3px] shrink-0 ${item.severity === 'warning' ? 'text-warning' : 'text-info'}`}
              aria-hidden
            />
            <span className="min-w-0 wrap-break-word">
              {planId ? (
                <Link to={placeOf(item, planId)} className="underline-offset-2 hover:text-primary hover:underline">
                  {item.sentence}
                </Link>
              ) : (
                item.sentence
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Where the matter is put right: an activity in the matrix, anything else in the outline. */
function placeOf(item: Warning, planId: string): string {
  const search = { dong: item.lineId ?? undefined };
  return item.code.startsWith('plans.check.activity') || item.code === 'plans.check.no-activity'
    ? paths.planMatrix.to({ planId }, search)
    : paths.planEdit.to({ planId }, search);
}

import { shortMonth } from '#lib/format.ts';
import type { moments } from '#lib/plan-parts.ts';
import type { OutputDetail } from '#modules/outputs/outputs.contract.ts';
import { listQuotas, type Quota } from '#modules/quotas/quotas.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { StateTag } from '../../ui/state-tag.tsx';

/** The day on which it passed the moment at which a quota counts, if it did. */
function countedOn(row: OutputDetail, quota: Quota): string | null {
  const days = { sent: row.sentOn, approved: row.approvedOn, published: row.publishedOn, picked: row.pickedOn };
  return days[quota.moment];
}

const inTime = (quota: Quota, day: string) => day.slice(0, 7) >= quota.fromMonth && day.slice(0, 7) <= quota.toMonth;

/** Quotas of the unit and of the team that ask for such items: where this one counts, or what it still has to pass. */
export function WhereItCounts({ row }: { row: OutputDetail }) {
  const t = useT();
  const unit = useRead(listQuotas, { unitId: row.unitId });
  const team = useRead(listQuotas, { unitId: row.teamId ?? row.unitId }, { enabled: row.teamId !== null });
  const owed = [...(unit.data?.owed ?? []), ...(row.teamId ? (team.data?.owed ?? []) : [])];
  const quotas = owed.filter(
    (quota) => quota.counts.includes(row.counts) && inTime(quota, countedOn(row, quota) ?? row.madeOn),
  );
  if (quotas.length === 0 || !row.stands || row.withdrawnAt || row.joinedTo) return null;
  return (
    <Card flush title={t('outputs.where')}>
      <ul className="divide-y divide-line">
        {quotas.map((quota) => {
          const on = countedOn(row, quota);
          const month = (on ?? row.madeOn).slice(0, 7);
          return (
            <li key={quota.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3">
              <span className="min-w-0 flex-1 basis-64">
                <Link to={paths.quotaBoard.to({}, { donVi: row.unitId, luc: month })}>
                  {t('outputs.whereQuota', { unit: quota.unitName, words: quota.words.slice(0, 160) })}
                </Link>
              </span>
              {on ? (
                <StateTag tone="success">{t('outputs.whereMonth', { month: shortMonth(month) })}</StateTag>
              ) : (
                <StateTag tone="info">{t('outputs.whereWaits', { moment: momentWord(t, quota.moment) })}</StateTag>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const momentWord = (t: ReturnType<typeof useT>, moment: (typeof moments)[number]): string =>
  t(`outputs.moment.${moment}`).toLocaleLowerCase('vi');

import { shortDay } from '#lib/format.ts';
import { useT } from '../../texts/load.ts';

/** The day an answer is due; late in words and colour. */
export function Due({ dueOn, lateDays }: { dueOn: string | null; lateDays: number }) {
  const t = useT();
  if (dueOn === null) return <span className="text-muted">–</span>;
  return (
    <>
      {shortDay(dueOn)}
      {lateDays > 0 && (
        <span className="block text-xs font-semibold text-danger">
          {t('cascade.coverage.lateDays', { n: lateDays })}
        </span>
      )}
    </>
  );
}

import { dayOf, shortMonth } from '#lib/format.ts';
import type { Activity } from '#modules/work/work.contract.ts';
import type { ListRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { cx } from '../../ui/cx.ts';
import { Link } from '../../ui/link.tsx';
import { usePhone } from '../../ui/media.ts';
import { More } from '../../ui/more.tsx';
import { TableSkeleton } from '../../ui/skeleton.tsx';
import { MonthSquare, SquareLegend } from './month-square.tsx';
import { firstMonth, twelveFrom } from './months-window.ts';
import { NothingToShow } from './nothing.tsx';
import type { ViewProps } from './views.ts';
import { WindowSteps } from './window-steps.tsx';
import { WorkProgress, WorkStateTag } from './work-words.tsx';

/** Activities by month: a square for each month in which something is due, with n of m. */
export function MatrixView({ list, filters, onChange }: ViewProps & { list: ListRead<Activity> }) {
  const phone = usePhone();
  const today = dayOf(Date.now());
  const items = list.items;
  if (!items)
    return (
      <Card flush>
        <TableSkeleton columns={phone ? 1 : 6} />
      </Card>
    );
  if (items.length === 0)
    return (
      <Card flush>
        <NothingToShow filters={filters} onChange={onChange} />
      </Card>
    );
  const all = items.flatMap((a) => a.months.map((m) => m.month));
  const first = firstMonth(filters.at, all, today);
  const Body = phone ? MatrixCards : MatrixGrid;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <WindowSteps first={first} onStep={(at) => onChange({ at })} />
        <SquareLegend />
      </div>
      <Card flush>
        <Body items={items} months={twelveFrom(first)} today={today.slice(0, 7)} />
        <More shown={items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
      </Card>
    </div>
  );
}

interface Shown {
  items: readonly Activity[];
  months: readonly string[];
  today: string;
}

const head = 'border-b border-line bg-paper px-1 py-2 text-xs font-semibold text-muted';

function MatrixGrid({ items, months, today }: Shown) {
  const t = useT();
  return (
    <section aria-label={t('work.matrix.caption')} className="overflow-x-auto">
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{t('work.matrix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={cx(head, 'sticky left-0 z-10 min-w-56 px-3 text-left')}>
              {t('work.column.activity')}
            </th>
            {months.map((month) => (
              <th
                key={month}
                scope="col"
                aria-current={month === today ? 'date' : undefined}
                className={cx(head, 'tabular-nums', month === today && 'bg-primary-soft text-ink')}
              >
                <span className="sr-only">{shortMonth(month)}</span>
                <span aria-hidden>T{Number(month.slice(5))}</span>
              </th>
            ))}
            <th scope="col" className={cx(head, 'px-3 text-left')}>
              {t('work.column.progress')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((a) => (
            <MatrixRow key={a.lineId} of={a} months={months} today={today} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MatrixRow({ of, months, today }: { of: Activity; months: readonly string[]; today: string }) {
  const shares = new Map(of.months.map((m) => [m.month, m]));
  return (
    <tr>
      <th
        scope="row"
        className="sticky left-0 z-10 min-w-56 border-b border-line bg-paper px-3 py-2 text-left align-top text-sm font-normal"
      >
        <Link to={paths.activity.to({ lineId: of.lineId })} className="font-semibold text-ink hover:underline">
          {of.text}
        </Link>
        <span className="mt-1 block">
          <WorkStateTag state={of.state} daysLate={of.daysLate} />
        </span>
      </th>
      {months.map((month) => {
        const share = shares.get(month);
        return (
          <td
            key={month}
            className={cx(
              'border-b border-line px-0.5 py-2 text-center align-top',
              month === today && 'bg-primary-soft',
            )}
          >
            {share && <MonthSquare share={share} today={today} />}
          </td>
        );
      })}
      <td className="border-b border-line px-3 py-2 align-top">
        <WorkProgress of={of} />
      </td>
    </tr>
  );
}

/** On a phone each activity is a card with its months in a row that wraps. */
function MatrixCards({ items, months, today }: Shown) {
  return (
    <ul className="divide-y divide-line">
      {items.map((a) => (
        <li key={a.lineId} className="flex flex-col gap-2 p-4">
          <Link to={paths.activity.to({ lineId: a.lineId })} className="font-semibold text-ink hover:underline">
            {a.text}
          </Link>
          <div className="flex flex-wrap items-center gap-3">
            <WorkStateTag state={a.state} daysLate={a.daysLate} />
            <WorkProgress of={a} className="flex-1" />
          </div>
          <div className="flex flex-wrap gap-1">
            {a.months
              .filter((m) => months.includes(m.month))
              .map((share) => (
                <MonthSquare key={share.month} share={share} today={today} named />
              ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

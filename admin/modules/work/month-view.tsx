import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { dayOf } from '#lib/format.ts';
import { addMonths, firstDayOf, lastDayOf } from '#lib/months.ts';
import { type CalendarDay, listCalendar } from '#modules/org/calendar.contract.ts';
import { type Activity, listHappenings } from '#modules/work/work.contract.ts';
import { type ListRead, useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { usePhone } from '../../ui/media.ts';
import { More } from '../../ui/more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { MonthAgenda, MonthGrid } from './month-days.tsx';
import type { Entry } from './month-grid.ts';
import { MonthSquare } from './month-square.tsx';
import type { ViewProps } from './views.ts';
import { WorkProgress, WorkStateTag } from './work-words.tsx';

interface MonthProps extends ViewProps {
  list: ListRead<Activity>;
  /** 'YYYY-MM' */
  month: string;
  unitId: string | undefined;
}

/** The calendar of a month: holidays, school year, deadlines and what took place; beside it the work of the month. */
export function MonthView({ list, filters, onChange, month, unitId }: MonthProps) {
  const t = useT();
  const phone = usePhone();
  const entries = useEntries(month, list.items ?? [], unitId, filters.scope === 'below');
  return (
    <div className="flex flex-col gap-4">
      <MonthSteps month={month} onStep={(at) => onChange({ at })} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Card flush title={t('work.month.calendar')} className="order-2 xl:order-1">
          {phone ? <MonthAgenda month={month} entries={entries} /> : <MonthGrid month={month} entries={entries} />}
        </Card>
        <Card flush title={t('work.month.due')} className="order-1 xl:order-2">
          <WorkOfMonth list={list} month={month} />
        </Card>
      </div>
    </div>
  );
}

function MonthSteps({ month, onStep }: { month: string; onStep: (month: string) => void }) {
  const t = useT();
  return (
    <div className="flex items-center gap-2" data-print="no">
      <IconButton icon={ChevronLeft} label={t('work.month.earlier')} onClick={() => onStep(addMonths(month, -1))} />
      <h2 className="min-w-32 text-center text-base font-semibold" aria-live="polite">
        {t('work.month.name', { n: Number(month.slice(5)), year: month.slice(0, 4) })}
      </h2>
      <IconButton icon={ChevronRight} label={t('work.month.later')} onClick={() => onStep(addMonths(month, 1))} />
      {month !== dayOf(Date.now()).slice(0, 7) && (
        <Button size="sm" look="quiet" onClick={() => onStep('')}>
          {t('work.month.today')}
        </Button>
      )}
    </div>
  );
}

function WorkOfMonth({ list, month }: { list: ListRead<Activity>; month: string }) {
  const t = useT();
  const today = dayOf(Date.now()).slice(0, 7);
  if (!list.items) return <Skeleton lines={4} />;
  if (list.items.length === 0) return <p className="p-4 text-muted">{t('work.month.none')}</p>;
  return (
    <>
      <ul className="divide-y divide-line">
        {list.items.map((a) => {
          const share = a.months.find((m) => m.month === month);
          return (
            <li key={a.lineId} className="flex items-start gap-3 px-4 py-3">
              {share && <MonthSquare share={share} today={today} />}
              <div className="flex min-w-0 flex-1 flex-col gap-1">
                <Link to={paths.activity.to({ lineId: a.lineId })} className="font-semibold text-ink hover:underline">
                  {a.text}
                </Link>
                <div className="flex flex-wrap items-center gap-2">
                  <WorkStateTag state={a.state} daysLate={a.daysLate} />
                  <WorkProgress of={a} className="flex-1" />
                </div>
              </div>
            </li>
          );
        })}
      </ul>
      <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
    </>
  );
}

/** Everything that stands on a day of the month. */
function useEntries(
  month: string,
  activities: readonly Activity[],
  unitId: string | undefined,
  below: boolean,
): Entry[] {
  const t = useT();
  const [from, to] = [firstDayOf(month), lastDayOf(month)];
  const calendar = useRead(listCalendar, { from, to, unitId }, { keepPrevious: true });
  const happenings = useRead(
    listHappenings,
    { from, to, ...(below ? { within: unitId } : { unitId }) },
    { keepPrevious: true },
  );
  const deadlines = activities.filter((a) => a.endsOn && a.endsOn >= from && a.endsOn < to);
  return [
    ...(calendar.data?.items ?? []).map(calendarEntry),
    ...deadlines.map((a): Entry => {
      const day = a.endsOn!;
      const text = t('work.month.deadline', { text: a.text });
      return { key: a.lineId, firstOn: day, lastOn: day, text, look: 'deadline', to: paths.activity.to(a) };
    }),
    ...(happenings.data?.items ?? []).map((h): Entry => {
      const text = t('work.month.happened', { text: h.title });
      return { key: h.id, firstOn: h.on, lastOn: h.on, text, look: 'happened', to: paths.activity.to(h) };
    }),
  ];
}

const looks: Record<CalendarDay['kind'], Entry['look']> = {
  holiday: 'off',
  compensation: 'off',
  'working-day': 'worked',
  'school-event': 'event',
  exam: 'event',
  observance: 'event',
};

const calendarEntry = (d: CalendarDay): Entry => ({
  key: d.id,
  firstOn: d.firstOn,
  lastOn: d.lastOn,
  text: d.name,
  look: looks[d.kind],
  draft: d.state === 'draft',
});

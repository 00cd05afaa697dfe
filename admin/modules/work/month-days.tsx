import type { LucideIcon } from 'lucide-react';
import Briefcase from 'lucide-react/icons/briefcase';
import CalendarCheck from 'lucide-react/icons/calendar-check';
import Flag from 'lucide-react/icons/flag';
import GraduationCap from 'lucide-react/icons/graduation-cap';
import Sun from 'lucide-react/icons/sun';
import { dayOf, longDay } from '#lib/format.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { cx } from '../../ui/cx.ts';
import { Link } from '../../ui/link.tsx';
import { type Entry, entriesOn, weeksOf } from './month-grid.ts';

const icons: Record<Entry['look'], LucideIcon> = {
  off: Sun,
  worked: Briefcase,
  event: GraduationCap,
  deadline: Flag,
  happened: CalendarCheck,
};
const lookClass: Record<Entry['look'], string> = {
  off: 'bg-success-soft text-success',
  worked: 'bg-sunken text-ink',
  event: 'bg-info-soft text-info',
  deadline: 'bg-warning-soft text-warning',
  happened: 'bg-primary-soft text-primary',
};

/** The month as a sheet: a table of weeks. */
export function MonthGrid({ month, entries }: { month: string; entries: readonly Entry[] }) {
  const t = useT();
  const today = dayOf(Date.now());
  const names = t('work.month.week').split(',');
  return (
    <table className="w-full table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('work.month.calendar')}</caption>
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col" className="border-b border-line px-1 py-2 text-xs font-semibold text-muted">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day, i) => (
              <td
                key={day}
                aria-current={day === today ? 'date' : undefined}
                className={cx(
                  'h-24 border-b border-line p-1 align-top not-last:border-r',
                  i >= 5 && 'bg-ground',
                  !day.startsWith(month) && 'text-muted',
                )}
              >
                <span
                  className={cx(
                    'inline-grid size-6 place-items-center rounded-full text-xs tabular-nums',
                    day === today && 'bg-primary font-semibold text-on-primary',
                  )}
                >
                  {Number(day.slice(8))}
                </span>
                {day.startsWith(month) && <Entries entries={entriesOn(day, entries)} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {entries.map((entry) => (
        <li key={entry.key}>
          <EntryMark entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function EntryMark({ entry }: { entry: Entry }) {
  const t = useT();
  const Icon = icons[entry.look];
  const words = entry.draft ? `${entry.text} (${t('calendar.state.draft')})` : entry.text;
  const inside = (
    <>
      <Icon size={12} className="mt-1 shrink-0" aria-hidden />
      <span className="line-clamp-3 min-w-0 wrap-break-word">{words}</span>
    </>
  );
  const look = cx(
    'flex items-start gap-1 rounded-sm px-1 text-xs',
    lookClass[entry.look],
    entry.draft && 'border border-dashed border-current',
  );
  if (!entry.to)
    return (
      <span title={words} className={look}>
        {inside}
      </span>
    );
  return (
    <Link to={entry.to} title={words} className={cx(look, 'hover:underline')}>
      {inside}
    </Link>
  );
}

/** On a phone: only the days on which something stands, one under the other. */
export function MonthAgenda({ month, entries }: { month: string; entries: readonly Entry[] }) {
  const t = useT();
  const language = useLanguage();
  const days = weeksOf(month)
    .flat()
    .filter((day) => day.startsWith(month) && entriesOn(day, entries).length > 0);
  if (days.length === 0) return <p className="p-4 text-muted">{t('work.month.quiet')}</p>;
  return (
    <ul className="divide-y divide-line">
      {days.map((day) => (
        <li key={day} className="flex flex-col gap-1 px-4 py-3">
          <span className="text-xs font-semibold">{longDay(day, language)}</span>
          <Entries entries={entriesOn(day, entries)} />
        </li>
      ))}
    </ul>
  );
}

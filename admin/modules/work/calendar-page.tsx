import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { dayOf } from '#lib/format.ts';
import { type CalendarDay, listCalendar } from '#modules/org/calendar.contract.ts';
import { useRead } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { CalendarForm } from './calendar-form.tsx';
import { CalendarTable } from './calendar-table.tsx';
import { FeedCard } from './feed-card.tsx';

/** What a person has open beside the list. */
export type Open = { act: 'add' } | { act: 'edit' | 'confirm'; day: CalendarDay };

/** Holidays, exams and milestones of a school year, each with its document. */
export default function CalendarPage() {
  const t = useT();
  const { unit, can } = useSession();
  const [filters, setFilters] = useFilters({ nam: '' });
  const [open, setOpen] = useState<Open | null>(null);
  const year = yearOf(filters.nam);
  const asked = { from: `${year}-08-01`, to: `${year + 1}-09-05`, unitId: unit?.id };
  const read = useRead(listCalendar, asked, { keepPrevious: true });
  const step = (n: number) => setFilters({ nam: String(year + n) });
  const may = can('calendar.manage');
  return (
    <Page
      title={t('calendar.title')}
      lead={t('calendar.lead')}
      action={
        may &&
        open?.act !== 'add' && (
          <Button look="primary" icon={Plus} onClick={() => setOpen({ act: 'add' })}>
            {t('calendar.add')}
          </Button>
        )
      }
    >
      {open && unit && (
        <CalendarForm
          key={open.act === 'add' ? 'add' : open.act + open.day.id}
          open={open}
          unit={unit}
          onClose={() => setOpen(null)}
        />
      )}
      <div className="flex items-center gap-2" data-print="no">
        <IconButton icon={ChevronLeft} label={t('calendar.earlier')} onClick={() => step(-1)} />
        <h2 className="text-base font-semibold" aria-live="polite">
          {t('calendar.yearName', { from: year, to: year + 1 })}
        </h2>
        <IconButton icon={ChevronRight} label={t('calendar.later')} onClick={() => step(1)} />
      </div>
      {read.error && <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />}
      {!read.error && (
        <Card flush>
          <CalendarTable
            days={read.data?.items}
            onOpen={setOpen}
            empty={<EmptyState title={t('calendar.empty')}>{t('calendar.emptyHint')}</EmptyState>}
          />
        </Card>
      )}
      {unit && can('plans.read') && <FeedCard unit={unit} />}
    </Page>
  );
}

/** The school year of the address, else the one of today: from August its preparation belongs to the new one. */
function yearOf(text: string): number {
  if (/^20\d\d$/.test(text)) return Number(text);
  const [year, month] = dayOf(Date.now()).split('-').map(Number) as [number, number];
  return month >= 8 ? year : year - 1;
}

import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { DayPicker } from 'react-day-picker';
import { enGB } from 'react-day-picker/locale/en-GB';
import { vi } from 'react-day-picker/locale/vi';
import { dayOf } from '#lib/format.ts';
import { useLanguage, useT } from '../texts/load.ts';
import { Button } from './button.tsx';

interface CalendarProps {
  value: string | null;
  min?: string;
  max?: string;
  onChoose: (day: string) => void;
}

// Days are days, not instants: they are made and read in the machine's own zone, so none slips by one.
const toDate = (day: string) => new Date(`${day}T00:00:00`);
const toDay = (date: Date) =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

const cell = 'size-10 p-0 text-center md:size-9';
const classNames = {
  months: 'relative',
  month_caption: 'flex h-9 items-center justify-center font-semibold',
  nav: 'absolute inset-x-0 top-0 flex h-9 items-center justify-between',
  button_previous: 'grid size-9 place-items-center rounded-md text-muted hover:bg-sunken',
  button_next: 'grid size-9 place-items-center rounded-md text-muted hover:bg-sunken',
  month_grid: 'mt-1 border-collapse',
  weekday: `${cell} text-xs font-normal text-muted`,
  day: cell,
  day_button: 'size-full rounded-md tabular-nums hover:bg-sunken disabled:opacity-40',
  today: '[&>button]:font-semibold [&>button]:text-primary',
  selected: '[&>button]:bg-primary [&>button]:text-on-primary [&>button]:hover:bg-primary-hover',
  outside: '[&>button]:text-muted',
};

// As on the wall calendar of an office: 'Tháng 11/2026', T2 … CN.
const vietnamese = {
  formatCaption: (month: Date) => `Tháng ${month.getMonth() + 1}/${month.getFullYear()}`,
  formatWeekdayName: (day: Date) => (day.getDay() === 0 ? 'CN' : `T${day.getDay() + 1}`),
};

function Chevron({ orientation }: { orientation?: string }) {
  const Icon = orientation === 'left' ? ChevronLeft : ChevronRight;
  return <Icon size={16} aria-hidden />;
}

/** The calendar of DateField; loaded when first opened. */
export default function Calendar({ value, min, max, onChoose }: CalendarProps) {
  const t = useT();
  const language = useLanguage();
  const today = dayOf(Date.now());
  const disabled = [...(min ? [{ before: toDate(min) }] : []), ...(max ? [{ after: toDate(max) }] : [])];
  return (
    <div>
      <DayPicker
        mode="single"
        locale={language === 'vi' ? vi : enGB}
        weekStartsOn={1}
        showOutsideDays
        autoFocus
        today={toDate(today)}
        selected={value ? toDate(value) : undefined}
        defaultMonth={toDate(value ?? today)}
        disabled={disabled}
        onSelect={(date) => date && onChoose(toDay(date))}
        classNames={classNames}
        formatters={language === 'vi' ? vietnamese : undefined}
        components={{ Chevron }}
      />
      <div className="mt-1 flex justify-end border-t border-line pt-2">
        <Button look="quiet" size="sm" onClick={() => onChoose(today)}>
          {t('ui.date.today')}
        </Button>
      </div>
    </div>
  );
}

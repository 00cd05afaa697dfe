import CalendarDays from 'lucide-react/icons/calendar-days';
import { lazy, Suspense, useState } from 'react';
import { dayOf, parseDay, shortDay } from '#lib/format.ts';
import { useT } from '../texts/load.ts';
import { IconButton } from './button.tsx';
import type { FieldProps } from './field.tsx';
import { Popover } from './popover.tsx';
import { TextInput } from './text-input.tsx';

const Calendar = lazy(() => import('./calendar.tsx'));

export interface DateFieldProps extends FieldProps {
  /** 'YYYY-MM-DD'. */
  value: string | null;
  onChange: (day: string | null) => void;
  min?: string;
  max?: string;
  disabled?: boolean;
}

/** A day: typed as 20/11/2026 (or 20112026, or 20/11), or chosen on the calendar. */
export function DateField({ value, onChange, min, max, disabled, error, ...field }: DateFieldProps) {
  const t = useT();
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const bad = typed !== undefined && typed.trim() !== '' && parseDay(typed, dayOf(Date.now())) === undefined;
  const settle = () => {
    if (typed === undefined) return;
    const day = typed.trim() === '' ? null : parseDay(typed, dayOf(Date.now()));
    if (day === undefined) return;
    setTyped(undefined);
    onChange(day);
  };
  return (
    <TextInput
      {...field}
      error={bad && !open ? t('ui.date.bad') : error}
      inputMode="numeric"
      autoComplete="off"
      disabled={disabled}
      placeholder={t('ui.date.format')}
      value={typed ?? (value ? shortDay(value) : '')}
      onChange={setTyped}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
      end={
        <Popover
          open={open}
          onOpen={setOpen}
          label={field.label}
          className="min-h-80 min-w-72 p-3"
          trigger={
            <IconButton
              icon={CalendarDays}
              label={t('ui.date.open')}
              tip="none"
              disabled={disabled}
              className="size-8 md:size-8"
            />
          }
        >
          <Suspense>
            <Calendar
              value={value}
              min={min}
              max={max}
              onChoose={(day) => {
                setTyped(undefined);
                setOpen(false);
                onChange(day);
              }}
            />
          </Suspense>
        </Popover>
      }
    />
  );
}

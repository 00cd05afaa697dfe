import { Popover } from '@base-ui/react/popover';
import CalendarDays from 'lucide-react/icons/calendar-days';
import { lazy, Suspense, useState } from 'react';
import { dayOf, parseDay, shortDay } from '#lib/format.ts';
import { useT } from '../texts/load.ts';
import { IconButton } from './button.tsx';
import type { FieldProps } from './field.tsx';
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
        <Popover.Root open={open} onOpenChange={setOpen}>
          <Popover.Trigger
            disabled={disabled}
            render={
              <IconButton icon={CalendarDays} label={t('ui.date.open')} tip="none" className="size-8 md:size-8" />
            }
          />
          <Popover.Portal>
            <Popover.Positioner sideOffset={8} align="end" className="z-40">
              <Popover.Popup
                aria-label={field.label}
                className="rise min-h-80 min-w-72 rounded-md bg-paper p-3 shadow-soft outline-none"
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
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
      }
    />
  );
}

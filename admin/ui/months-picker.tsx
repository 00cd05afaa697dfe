import { useT } from '../texts/load.ts';
import { cx } from './cx.ts';
import { FieldGroup, type FieldProps } from './field.tsx';

export interface MonthsPickerProps extends FieldProps {
  /** 1 to 12. */
  value: readonly number[];
  onChange: (months: number[]) => void;
  /** The order of a school year: September first. Default January first. */
  from?: number;
  disabled?: boolean;
}

/** Months of a year, by quarter: press a month, or a whole quarter at once. */
export function MonthsPicker({ value, onChange, from = 1, disabled, ...field }: MonthsPickerProps) {
  const t = useT();
  const set = new Set(value);
  const order = Array.from({ length: 12 }, (_, i) => ((from - 1 + i) % 12) + 1);
  const rows = [0, 3, 6, 9].map((at) => order.slice(at, at + 3));
  const put = (months: number[], on: boolean) => {
    const next = new Set(value);
    for (const month of months) on ? next.add(month) : next.delete(month);
    onChange([...next].sort((a, b) => a - b));
  };
  return (
    <FieldGroup {...field}>
      <div className="grid max-w-96 gap-1">
        {rows.map((months) => {
          const quarter = Math.ceil((months[0] ?? 1) / 3);
          const whole = months.every((month) => set.has(month));
          return (
            <div key={quarter} className="grid grid-cols-[5rem_repeat(3,1fr)] gap-1">
              <button
                type="button"
                disabled={disabled}
                aria-pressed={whole}
                onClick={() => put(months, !whole)}
                className="min-h-9 rounded-md px-2 text-left text-xs text-muted hover:bg-sunken aria-pressed:font-semibold aria-pressed:text-primary"
              >
                {t('ui.months.quarter', { n: ['', 'I', 'II', 'III', 'IV'][quarter] ?? quarter })}
              </button>
              {months.map((month) => (
                <button
                  key={month}
                  type="button"
                  disabled={disabled}
                  title={t('ui.months.month', { n: month })}
                  aria-pressed={set.has(month)}
                  onClick={() => put([month], !set.has(month))}
                  className={cx(
                    'min-h-9 rounded-md border text-sm tabular-nums disabled:opacity-50',
                    set.has(month)
                      ? 'border-primary bg-primary font-semibold text-on-primary'
                      : 'border-line bg-paper hover:border-edge',
                  )}
                >
                  {t('ui.months.short', { n: month })}
                </button>
              ))}
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}

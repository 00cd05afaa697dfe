import { useT } from '../../../texts/load.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { MonthsPicker } from '../../../ui/months-picker.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { usePeriodMonths } from './activities.ts';
import type { ActivityDetail } from './columns.ts';
import { timeOf, timeWords } from './times.ts';

interface TimeFieldsProps {
  detail: Partial<ActivityDetail>;
  onChange: (change: Partial<ActivityDetail>) => void;
}

/** Months and last day of an activity, and how its time is worded on paper. */
export function TimeFields({ detail, onChange }: TimeFieldsProps) {
  const t = useT();
  const months = detail.months ?? [];
  const deadline = detail.deadline ?? null;
  const { timeText: _, ...time } = detail;
  return (
    <>
      {useYears().map(({ label, from, all }) => (
        <MonthsPicker
          key={label}
          label={label}
          from={from}
          value={months.filter((month) => all.includes(month)).map((month) => Number(month.slice(5)))}
          onChange={(chosen) => {
            const others = months.filter((month) => !all.includes(month));
            const own = all.filter((month) => chosen.includes(Number(month.slice(5))));
            onChange(timeOf([...others, ...own], deadline));
          }}
        />
      ))}
      <DateField
        label={t('plans.form.deadline')}
        value={deadline}
        onChange={(day) => onChange({ ...timeOf(months, day), quarters: detail.quarters ?? [] })}
      />
      <TextInput
        label={t('plans.form.timeText')}
        hint={t('plans.form.timeTextHint')}
        placeholder={timeWords(time)}
        maxLength={500}
        value={detail.timeText ?? ''}
        onChange={(timeText) => onChange({ timeText: timeText || null })}
      />
    </>
  );
}

/** The twelve months of the plan, or year by year where it is longer. */
function useYears(): { label: string; from: number; all: readonly string[] }[] {
  const t = useT();
  const period = usePeriodMonths();
  if (period.length <= 12)
    return [{ label: t('plans.form.months'), from: Number(period[0]?.slice(5) ?? 1), all: period }];
  const years = [...new Set(period.map((month) => month.slice(0, 4)))];
  return years.map((year) => ({
    label: t('plans.form.monthsOf', { year }),
    from: 1,
    all: period.filter((month) => month.startsWith(year)),
  }));
}

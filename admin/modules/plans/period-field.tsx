import { dayOf } from '#lib/format.ts';
import type { Plan } from '#modules/plans/plans.contract.ts';
import { useT } from '../../texts/load.ts';
import { Select } from '../../ui/select.tsx';

type Period = Plan['period'];

const yearNow = () => Number(dayOf(Date.now()).slice(0, 4));

/** The stretch a plan of this kind usually covers: the coming year, the school year under way, this year. */
export function usualPeriod(kind: Plan['kind']): Period {
  const year = yearNow();
  const month = Number(dayOf(Date.now()).slice(5, 7));
  if (kind === 'school-year') {
    const from = month >= 7 ? year : year - 1;
    return { kind: 'schoolYear', from, to: from + 1 };
  }
  const from = kind === 'year' && month >= 10 ? year + 1 : year;
  return { kind: kind === 'year' ? 'calendarYear' : 'range', from, to: from };
}

/** The years of a plan, as its kind counts them. */
export function PeriodField({ value, onChange }: { value: Period; onChange: (period: Period) => void }) {
  const t = useT();
  const now = yearNow();
  const first = Math.min(now - 3, value.from);
  const last = Math.max(now + 5, value.to);
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const options = (all: number[]) => all.map((year) => ({ value: String(year), label: String(year) }));
  if (value.kind === 'schoolYear')
    return (
      <Select
        label={t('plans.new.schoolYear')}
        value={String(value.from)}
        options={years.map((year) => ({ value: String(year), label: `${year}-${year + 1}` }))}
        onChange={(year) => onChange({ kind: 'schoolYear', from: Number(year), to: Number(year) + 1 })}
      />
    );
  if (value.kind === 'calendarYear')
    return (
      <Select
        label={t('plans.new.year')}
        value={String(value.from)}
        options={options(years)}
        onChange={(year) => onChange({ kind: 'calendarYear', from: Number(year), to: Number(year) })}
      />
    );
  return (
    <div className="grid grid-cols-2 gap-3">
      <Select
        label={t('plans.new.from')}
        value={String(value.from)}
        options={options(years)}
        onChange={(year) => onChange({ ...value, from: Number(year), to: Math.max(Number(year), value.to) })}
      />
      <Select
        label={t('plans.new.to')}
        value={String(value.to)}
        options={options(years.filter((year) => year >= value.from))}
        onChange={(year) => onChange({ ...value, to: Number(year) })}
      />
    </div>
  );
}

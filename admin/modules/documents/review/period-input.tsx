import { useT } from '../../../texts/load.ts';
import { Select } from '../../../ui/select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { periodValue, type Typed } from './editable.ts';

export const periodKinds = ['calendarYear', 'schoolYear', 'range'] as const;
type Kind = (typeof periodKinds)[number];

export interface ReadPeriod {
  kind: Kind;
  from: number;
  to: number;
}

const yearOf = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise);

/** A year, a school year or several years, as three boxes. */
export function PeriodInput(props: { label: string; typed: Typed; onChange: (typed: Typed) => void }) {
  const { typed, onChange } = props;
  const now = new Date().getFullYear();
  const from = yearOf(typed.detail.from, now);
  const period = {
    kind: periodKinds.find((kind) => kind === typed.detail.kind) ?? 'calendarYear',
    from,
    to: yearOf(typed.detail.to, from),
  };
  return (
    <PeriodBoxes
      label={props.label}
      value={period}
      onChange={(next) => onChange({ value: periodValue(next.from, next.to), detail: { ...typed.detail, ...next } })}
    />
  );
}

interface PeriodBoxesProps {
  label: string;
  value: ReadPeriod;
  onChange: (period: ReadPeriod) => void;
}

/** The boxes alone, also for the page that makes a plan. */
export function PeriodBoxes({ label, value, onChange }: PeriodBoxesProps) {
  const t = useT();
  const put = (kind: Kind, from: number, to: number) =>
    onChange({ kind, from, to: kind === 'calendarYear' ? from : kind === 'schoolYear' ? from + 1 : to });
  const year = (typed: string, otherwise: number) => (/^\d{4}$/.test(typed) ? Number(typed) : otherwise);
  return (
    <div className="flex flex-wrap gap-3">
      <Select
        label={label}
        className="min-w-40 flex-1"
        value={value.kind}
        onChange={(kind) => put(kind, value.from, value.to)}
        options={periodKinds.map((kind) => ({ value: kind, label: t(`documents.period.${kind}`) }))}
      />
      <TextInput
        key={`from-${value.from}`}
        label={t('documents.period.from')}
        className="w-24"
        inputMode="numeric"
        maxLength={4}
        defaultValue={value.from}
        onBlur={(event) => put(value.kind, year(event.target.value, value.from), value.to)}
      />
      {value.kind !== 'calendarYear' && (
        <TextInput
          key={`to-${value.to}`}
          label={t('documents.period.to')}
          className="w-24"
          inputMode="numeric"
          maxLength={4}
          readOnly={value.kind === 'schoolYear'}
          defaultValue={value.to}
          onBlur={(event) => put(value.kind, value.from, year(event.target.value, value.to))}
        />
      )}
    </div>
  );
}

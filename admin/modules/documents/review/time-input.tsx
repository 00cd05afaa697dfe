import { useT } from '../../../texts/load.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { MonthsPicker } from '../../../ui/months-picker.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { monthsOfTime, type ReadTime, timeWithMonths } from './read-time.ts';

/** When: as printed, the months it means, and the day it has to be done by. */
export function TimeInput({ value, onChange }: { value: unknown; onChange: (time: ReadTime) => void }) {
  const t = useT();
  const time = (value ?? {}) as ReadTime;
  const deadline = /^\d{4}-\d{2}-\d{2}$/.test(time.deadline ?? '') ? (time.deadline ?? null) : null;
  return (
    <>
      <TextInput
        label={t('documents.detail.timeText')}
        value={time.text ?? ''}
        onChange={(text) => onChange({ ...time, text })}
      />
      <MonthsPicker
        label={t('documents.detail.months')}
        value={monthsOfTime(time)}
        onChange={(months) => onChange(timeWithMonths(time, months))}
      />
      <DateField
        label={t('documents.detail.due')}
        className="max-w-60"
        value={deadline}
        onChange={(day) => onChange({ ...time, deadline: day })}
      />
    </>
  );
}

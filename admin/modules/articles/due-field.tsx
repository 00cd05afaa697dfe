import { useT } from '../../texts/load.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { DueTime } from './due-time.ts';

/** Day and time of day, side by side, in Vietnamese time. */
export function DueField({
  value,
  onChange,
  today,
  error,
}: {
  value: DueTime;
  onChange: (value: DueTime) => void;
  today: string;
  error?: string | undefined;
}) {
  const t = useT();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_7.5rem] items-start gap-3">
      <DateField
        label={t('publishing.day')}
        required
        min={today}
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
        error={error}
      />
      <TextInput
        label={t('publishing.time')}
        hint={t('publishing.timeHint')}
        inputMode="text"
        autoComplete="off"
        maxLength={8}
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
      />
    </div>
  );
}

import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useT } from '../../../texts/load.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { FieldGroup } from '../../../ui/field.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import type { Editable } from './editable.ts';

interface Count {
  count: number;
  unit: string;
}

interface CountsInputProps {
  label: Editable['label'];
  value: readonly Count[];
  onChange: (value: Count[]) => void;
}

/** '03 bài báo', '02 phóng sự': how many of what, line by line. */
export function CountsInput({ label, value, onChange }: CountsInputProps) {
  const t = useT();
  const put = (at: number, change: Partial<Count>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...change } : one)));
  const lineKeys = value.map((_, at) => `line ${at}`);
  return (
    <FieldGroup label={t(label)}>
      <div className="flex flex-col gap-2">
        {value.map((one, at) => (
          // A line has no name of its own; lines are only added at the end.
          <div key={lineKeys[at]} className="flex gap-2">
            <TextInput
              label={t('documents.countOf', { n: at + 1 })}
              hideLabel
              className="w-20"
              inputMode="numeric"
              value={`${one.count}`}
              onChange={(typed) => put(at, { count: Number(typed.replace(/\D/g, '').slice(0, 6)) })}
            />
            <TextInput
              label={t('documents.unitOf', { n: at + 1 })}
              hideLabel
              className="flex-1"
              value={one.unit}
              onChange={(unit) => put(at, { unit })}
            />
            <IconButton
              icon={X}
              label={t('documents.removeCount', { n: at + 1 })}
              tip="end"
              onClick={() => onChange(value.filter((_, i) => i !== at))}
            />
          </div>
        ))}
        <Button
          size="sm"
          look="quiet"
          icon={Plus}
          className="self-start"
          onClick={() => onChange([...value, { count: 1, unit: t('documents.newProduct') }])}
        >
          {t('documents.addCount')}
        </Button>
      </div>
    </FieldGroup>
  );
}

import type { ReactNode } from 'react';
import { channelKinds } from '#lib/plan-parts.ts';
import { useT } from '../../../texts/load.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextInput } from '../../../ui/text-input.tsx';
import { CountsInput } from './counts-input.tsx';
import { countsOf, quotaPeriods, recipientModes } from './detail-lines.ts';
import type { Editable, Input } from './editable.ts';
import { TimeInput } from './time-input.tsx';

export interface DetailInputProps {
  editable: Editable;
  value: unknown;
  onChange: (value: unknown) => void;
}

const words = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');

/** One detail of a field, in the box that fits it. */
export function DetailInput(props: DetailInputProps) {
  const Box = boxes[props.editable.input];
  return <Box {...props} />;
}

const boxes: Record<Input, (props: DetailInputProps) => ReactNode> = {
  text: TextBox,
  long: LongBox,
  number: NumberBox,
  lines: LinesBox,
  per: PerBox,
  mode: ModeBox,
  channel: ChannelBox,
  counts: ({ editable, value, onChange }) => (
    <CountsInput label={editable.label} value={countsOf(value)} onChange={onChange} />
  ),
  day: DayBox,
  time: ({ value, onChange }) => <TimeInput value={value} onChange={onChange} />,
};

function TextBox({ editable, value, onChange }: DetailInputProps) {
  const t = useT();
  return <TextInput label={t(editable.label)} value={words(value)} onChange={(text) => onChange(text || null)} />;
}

/** A whole day has a calendar; 'trước Tết', '8/2026' and years alone stay words. */
function DayBox(props: DetailInputProps) {
  const { editable, value, onChange } = props;
  const t = useT();
  if (value && !/^\d{4}-\d{2}-\d{2}$/.test(words(value))) return <TextBox {...props} />;
  return <DateField label={t(editable.label)} className="max-w-60" value={words(value) || null} onChange={onChange} />;
}

function LongBox({ editable, value, onChange }: DetailInputProps) {
  const t = useT();
  return (
    <TextArea label={t(editable.label)} rows={2} value={words(value)} onChange={(text) => onChange(text || null)} />
  );
}

function NumberBox({ editable, value, onChange }: DetailInputProps) {
  const t = useT();
  const put = (text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, 6);
    onChange(digits === '' ? null : Number(digits));
  };
  return (
    <TextInput label={t(editable.label)} className="w-32" inputMode="numeric" value={words(value)} onChange={put} />
  );
}

/** Names, one a line: units carry commas of their own. */
function LinesBox({ editable, value, onChange }: DetailInputProps) {
  const t = useT();
  const text = Array.isArray(value) ? value.map(words).join('\n') : '';
  return (
    <TextArea
      label={t(editable.label)}
      hint={t('documents.oneALine')}
      rows={2}
      value={text}
      onChange={(typed) => onChange(typed === '' ? [] : typed.split('\n'))}
    />
  );
}

function PerBox({ editable, value, onChange }: DetailInputProps) {
  const t = useT();
  return (
    <Select
      label={t(editable.label)}
      className="max-w-60"
      placeholder={t('documents.per.none')}
      value={quotaPeriods.find((per) => per === value) ?? ''}
      onChange={(per) => onChange(per || null)}
      options={quotaPeriods.map((per) => ({ value: per, label: t(`documents.per.${per}`) }))}
    />
  );
}

function ModeBox({ editable, value, onChange }: DetailInputProps) {
  const t = useT();
  return (
    <Select
      label={t(editable.label)}
      className="max-w-60"
      placeholder={t('ui.none')}
      value={recipientModes.find((mode) => mode === value) ?? ''}
      onChange={(mode) => onChange(mode || null)}
      options={recipientModes.map((mode) => ({ value: mode, label: t(`documents.mode.${mode}`) }))}
    />
  );
}

function ChannelBox({ editable, value, onChange }: DetailInputProps) {
  const t = useT();
  return (
    <Select
      label={t(editable.label)}
      className="max-w-60"
      value={channelKinds.find((kind) => kind === value) ?? 'portal'}
      onChange={onChange}
      options={channelKinds.map((kind) => ({ value: kind, label: t(`documents.channel.${kind}`) }))}
    />
  );
}

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { movableGroups, type ReviewField } from '#lib/review.ts';
import { useDraft } from '../../../app/draft.ts';
import { DraftNotice } from '../../../app/draft-notice.tsx';
import { useT } from '../../../texts/load.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { TextArea } from '../../../ui/text-input.tsx';
import { DetailInput } from './detail-input.tsx';
import { changeOf, editablesOf, type Typed } from './editable.ts';
import { nameOfField } from './field-words.ts';
import { PeriodInput } from './period-input.tsx';
import { useReviewActs } from './review-context.ts';

/** The words and details of a field, typed in place. What is typed is kept on this machine until it is saved. */
export function FieldEditor({ field }: { field: ReviewField }) {
  const t = useT();
  const { documentId, act, setMode } = useReviewActs();
  const draft = useDraft<Typed>(`review:${documentId}:${field.key}`, { value: field.value, detail: field.detail });
  const frame = useRef<HTMLFormElement>(null);
  const [seen] = useState(field);
  const typed = draft.value;
  useEffect(() => frame.current?.querySelector<HTMLElement>('textarea, input, select')?.focus(), []);
  const leave = () => {
    draft.clear();
    setMode('view');
  };
  const save = () => {
    const change = changeOf(field, typed);
    draft.clear();
    // Saved unchanged, it was looked at all the same.
    act(change ? { act: 'edit', field: field.key, ...change } : { act: 'accept', field: field.key }, 'next', seen);
  };
  const splitAtCaret = () => {
    const at = frame.current?.querySelector('textarea')?.selectionStart ?? 0;
    const change = changeOf(field, typed);
    draft.clear();
    if (change) act({ act: 'edit', field: field.key, ...change }, 'stay', seen);
    act({ act: 'split', field: field.key, at }, 'stay');
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      ref={frame}
      className="flex flex-col gap-3"
      onKeyDown={key}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <DraftNotice draft={draft} />
      <ValueInput field={field} typed={typed} onChange={draft.set} />
      {editablesOf(field).map((editable) => (
        <DetailInput
          key={editable.name}
          editable={editable}
          value={typed.detail[editable.name]}
          onChange={(value) => draft.set({ ...typed, detail: { ...typed.detail, [editable.name]: value } })}
        />
      ))}
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" look="primary" type="submit">
          {t('ui.save')}
        </Button>
        <Button size="sm" onClick={leave}>
          {t('ui.cancel')}
        </Button>
        {movableGroups.includes(field.group) && (
          <Button size="sm" look="quiet" onClick={splitAtCaret}>
            {t('documents.do.splitAtCaret')}
          </Button>
        )}
        <span className="ml-auto hidden items-center gap-2 text-xs text-muted md:flex">
          <KeyHint keys={['Ctrl', 'Enter']} /> {t('ui.save')} <KeyHint keys={['Esc']} /> {t('ui.cancel')}
        </span>
      </div>
    </form>
  );
}

interface ValueInputProps {
  field: ReviewField;
  typed: Typed;
  onChange: (typed: Typed) => void;
}

/** The words themselves: a day and a period have boxes of their own. */
function ValueInput({ field, typed, onChange }: ValueInputProps) {
  const t = useT();
  const label = nameOfField(field, t);
  if (field.key === 'period') return <PeriodInput label={label} typed={typed} onChange={onChange} />;
  if (field.key === 'header.date') {
    return (
      <DateField
        label={label}
        value={/^\d{4}-\d{2}-\d{2}$/.test(typed.value) ? typed.value : null}
        onChange={(day) => onChange({ value: day ?? '', detail: dateDetail(day) })}
      />
    );
  }
  const rows = field.group === 'header' || field.group === 'signer' ? 1 : 3;
  return <TextArea label={label} rows={rows} value={typed.value} onChange={(value) => onChange({ ...typed, value })} />;
}

function dateDetail(day: string | null): Record<string, unknown> {
  const [year, month, date] = (day ?? '').split('-').map(Number);
  return { iso: day, day: date ?? null, month: month ?? null, year: day ? (year ?? null) : null };
}

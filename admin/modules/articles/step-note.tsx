import { useState } from 'react';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-input.tsx';

/** A word to whoever reads the text next; seldom needed, so it opens on request. */
export function StepNote({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <div>
        <Button size="sm" look="quiet" aria-expanded={false} onClick={() => setOpen(true)}>
          {t('steps.note.add')}
        </Button>
      </div>
    );
  return (
    <TextArea
      label={t('steps.note')}
      hint={t('steps.note.hint')}
      autoFocus
      rows={2}
      maxLength={2000}
      value={value}
      onChange={onChange}
    />
  );
}

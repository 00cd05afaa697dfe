import { dayOf } from '#lib/format.ts';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import type { SendDraft } from './send-draft.ts';

/** Step 3: by when, and a word that goes with it. */
export function SendTerms({ draft, onChange }: { draft: SendDraft; onChange: (draft: SendDraft) => void }) {
  const t = useT();
  return (
    <Card title={t('cascade.send.terms')}>
      <div className="grid items-start gap-4 md:grid-cols-[14rem_minmax(0,1fr)]">
        <DateField
          label={t('cascade.send.due')}
          hint={t('cascade.send.dueHint')}
          value={draft.dueOn}
          min={dayOf(Date.now())}
          onChange={(dueOn) => onChange({ ...draft, dueOn })}
        />
        <TextArea
          label={t('cascade.send.note')}
          hint={t('cascade.send.noteHint')}
          rows={3}
          maxLength={2000}
          value={draft.note}
          onChange={(note) => onChange({ ...draft, note })}
        />
      </div>
    </Card>
  );
}

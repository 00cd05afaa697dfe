import { useState } from 'react';
import { closePlan, planResults } from '#modules/plans/steps.contract.ts';
import { useRead } from '../../app/data.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { FieldGroup } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { ActForm, onPlan, useAct } from './act-form.tsx';
import { Note } from './act-notes.tsx';
import type { ActProps } from './act-panel.tsx';
import { Done, type Result } from './results-card.tsx';

/** Kết thúc: what was done of each line is there already; a sentence is added where it needs one. */
export function CloseForm({ whole: { plan }, onClose }: ActProps) {
  const t = useT();
  const [note, setNote] = useState('');
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const read = useRead(planResults, { planId: plan.id });
  const act = useAct(closePlan, t('plans.close.done'), onClose);
  const results = Object.entries(notes)
    .filter(([, text]) => text.trim() !== '')
    .map(([lineId, text]) => ({ lineId, note: text }));
  return (
    <ActForm
      lead={t('plans.close.lead')}
      verb={t('plans.close.send')}
      busy={act.isPending}
      problem={act.error}
      onSend={() => act.mutate({ ...onPlan(plan), note, results })}
      onClose={onClose}
    >
      {read.error ? (
        <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />
      ) : !read.data ? (
        <Skeleton lines={4} />
      ) : read.data.items.length === 0 ? (
        <p className="text-muted">{t('plans.close.noResults')}</p>
      ) : (
        <FieldGroup label={t('plans.close.results')} hint={t('plans.close.resultsHint')}>
          <ul className="max-h-96 divide-y divide-line overflow-y-auto rounded-md border border-line">
            {read.data.items.map((result) => (
              <ResultRow
                key={result.lineId}
                result={result}
                note={notes[result.lineId] ?? ''}
                onNote={(text) => setNotes((now) => ({ ...now, [result.lineId]: text }))}
              />
            ))}
          </ul>
        </FieldGroup>
      )}
      <Note value={note} onChange={setNote} />
    </ActForm>
  );
}

interface ResultRowProps {
  result: Result;
  note: string;
  onNote: (text: string) => void;
}

function ResultRow({ result, note, onNote }: ResultRowProps) {
  const t = useT();
  return (
    <li className="grid items-center gap-x-4 gap-y-2 p-3 sm:grid-cols-[minmax(0,1fr)_9rem_minmax(0,1fr)]">
      <p className="min-w-0 wrap-break-word">{result.text}</p>
      <Done result={result} />
      <TextInput
        label={t('plans.close.note', { name: result.text })}
        hideLabel
        maxLength={4000}
        value={note}
        onChange={onNote}
      />
    </li>
  );
}

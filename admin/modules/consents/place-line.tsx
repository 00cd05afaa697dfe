import { useState } from 'react';
import { dayOf, shortDay } from '#lib/format.ts';
import { settleStep, type WithdrawalStep } from '#modules/media/withdrawals.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

const tones = { done: 'success', open: 'waiting', impossible: 'warning' } as const;

/** A place with the picture: whose it is, whether it is cleared, and the act of the unit that has to. */
export function PlaceLine({ step, note }: { step: WithdrawalStep; note?: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const facts = [
    step.unitName,
    step.channel && t(`consents.channel.${step.channel}`),
    note,
    step.note,
    step.doneAt && step.doneByName
      ? t('consents.step.by', { name: step.doneByName, day: shortDay(dayOf(step.doneAt)) })
      : step.doneAt && shortDay(dayOf(step.doneAt)),
  ];
  return (
    <li className="flex flex-col gap-3 px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-semibold wrap-break-word">{step.place}</p>
          <p className="text-sm text-muted">{facts.filter(Boolean).join(' · ')}</p>
        </div>
        <div className="flex items-center gap-3">
          <StateTag tone={tones[step.state]}>{t(`consents.step.${step.state}`)}</StateTag>
          {step.can.includes('settle') && (
            <Button size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('consents.w.settle')}
            </Button>
          )}
        </div>
      </div>
      {open && <Settle stepId={step.id} onDone={() => setOpen(false)} />}
    </li>
  );
}

function Settle({ stepId, onDone }: { stepId: string; onDone: () => void }) {
  const t = useT();
  const [state, setState] = useState<'done' | 'impossible'>('done');
  const [note, setNote] = useState('');
  const settle = useWrite(settleStep, { changes: ['/withdrawals', '/withdrawal-steps', '/consent-overview'], onDone });
  return (
    <form
      className="flex flex-wrap items-end gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        settle.mutate(
          { stepId, state, note },
          { onError: (problem) => toast({ tone: 'danger', text: problem.fields?.note ?? problem.title }) },
        );
      }}
    >
      <RadioGroup
        label={t('consents.w.settle')}
        inline
        value={state}
        onChange={setState}
        options={[
          { value: 'done', label: t('consents.w.done') },
          { value: 'impossible', label: t('consents.w.impossible') },
        ]}
      />
      <TextInput
        label={t(state === 'done' ? 'consents.w.note' : 'consents.w.noteWhy')}
        required={state === 'impossible'}
        maxLength={500}
        className="min-w-60 flex-1"
        value={note}
        onChange={setNote}
        error={settle.error?.fields?.note}
      />
      <Button type="submit" look="primary" busy={settle.isPending}>
        {t('consents.save')}
      </Button>
    </form>
  );
}

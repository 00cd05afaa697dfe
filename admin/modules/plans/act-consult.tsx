import { useCallback, useState } from 'react';
import { listPeople, type PersonRow } from '#modules/org/people.contract.ts';
import { consult } from '#modules/plans/steps.contract.ts';
import { call } from '../../app/client.ts';
import { useT } from '../../texts/load.ts';
import { ComboboxMany } from '../../ui/combobox-many.tsx';
import { ActForm, onPlan, useAct } from './act-form.tsx';
import { Note } from './act-notes.tsx';
import type { ActProps } from './act-panel.tsx';

/** Lấy ý kiến: whom to ask, with a word to them. */
export function ConsultForm({ whole: { plan }, onClose }: ActProps) {
  const t = useT();
  const [people, setPeople] = useState<PersonRow[]>([]);
  const [note, setNote] = useState('');
  const act = useAct(consult, t('plans.consult.done'), onClose);
  const search = useCallback(
    async (q: string, signal: AbortSignal) =>
      (await call(listPeople, { within: plan.unitId, q: q || undefined, limit: 20 }, { signal })).items,
    [plan.unitId],
  );
  return (
    <ActForm
      lead={t('plans.consult.lead')}
      verb={t('plans.consult.send')}
      busy={act.isPending}
      problem={act.error}
      onSend={() => act.mutate({ ...onPlan(plan), note, personIds: people.map((one) => one.id) })}
      onClose={onClose}
    >
      <ComboboxMany
        label={t('plans.consult.people')}
        hint={t('plans.consult.peopleHint')}
        placeholder={t('plans.consult.peoplePlaceholder')}
        className="max-w-[80ch]"
        value={people}
        onChange={setPeople}
        keyOf={(person) => person.id}
        labelOf={(person) => person.name}
        detailOf={(person) => [person.title, person.unitName].filter(Boolean).join(', ')}
        search={search}
      />
      <Note value={note} onChange={setNote} />
    </ActForm>
  );
}

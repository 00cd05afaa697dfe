import { useState } from 'react';
import { editPerson, type PersonDetail } from '#modules/org/people.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import type { Problem } from '../../app/problem.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

/** Corrects name and telephone; where somebody was faster, both versions are shown. */
export function EditPerson({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const t = useT();
  const [theirs, setTheirs] = useState<PersonDetail>();
  const form = useForm({ name: person.name, phone: person.phone ?? '' });
  const save = useWrite(editPerson, {
    changes: ['/people', '/posts', '/units', '/me'],
    onDone: () => {
      toast({ text: t('people.edit.saved') });
      onClose();
    },
  });
  const failed = (problem: Problem) => {
    if (problem.code === 'conflict' && problem.current) setTheirs(problem.current as PersonDetail);
    else form.fail(problem);
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const { name, phone } = form.values;
        const version = (theirs ?? person).version;
        save.mutate({ personId: person.id, version, name, phone: phone.trim() || null }, { onError: failed });
      }}
    >
      {theirs && (
        <Notice live tone="warning" title={t('people.edit.conflict')}>
          {t('people.edit.conflictHint', { name: theirs.name, phone: theirs.phone ?? t('people.facts.none') })}
        </Notice>
      )}
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <TextInput label={t('people.facts.name')} required maxLength={120} {...form.field('name')} />
      <TextInput label={t('people.facts.phone')} type="tel" {...form.field('phone')} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('ui.save')}
        </Button>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
      </div>
    </form>
  );
}

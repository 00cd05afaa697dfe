import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { newId } from '#lib/id.ts';
import { type PostKind, postKinds } from '#lib/unit-kinds.ts';
import { createPerson } from '#modules/org/people.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { noUnit } from '../org/no-unit.ts';
import { type PickedUnit, UnitPicker } from '../org/unit-picker.tsx';

/** Somebody with a post who does not sign in yet. */
export function RecordForm({ unit }: { unit: PickedUnit }) {
  const t = useT();
  const navigate = useNavigate();
  const id = useRef(newId(Date.now()));
  const form = useForm({
    unitId: unit as PickedUnit | null,
    name: '',
    email: '',
    phone: '',
    postKind: 'member' as PostKind,
    postTitle: '',
  });
  const create = useWrite(createPerson, {
    changes: ['/people', '/posts', '/units'],
    onDone: (person) => {
      toast({ text: t('people.new.recorded', { name: person.name }) });
      void navigate({ to: paths.person.to({ personId: person.id }) });
    },
  });
  return (
    <form
      noValidate
      className="grid items-start gap-5 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        const { unitId, email, phone, ...who } = form.values;
        if (!unitId) return form.fail(noUnit(t));
        const contact = { email: email.trim() || undefined, phone: phone.trim() || undefined };
        create.mutate({ id: id.current, unitId: unitId.id, ...who, ...contact }, { onError: form.fail });
      }}
    >
      {form.problem && (
        <div className="sm:col-span-2">
          <Notice live tone="danger" title={form.problem.title} />
        </div>
      )}
      <UnitPicker className="sm:col-span-2" label={t('people.new.unit')} required {...form.field('unitId')} />
      <TextInput
        className="sm:col-span-2"
        label={t('people.new.name')}
        required
        maxLength={120}
        {...form.field('name')}
      />
      <Select<PostKind>
        label={t('people.new.post')}
        options={postKinds.map((value) => ({ value, label: t(`org.post.${value}`) }))}
        {...form.field('postKind')}
      />
      <TextInput
        label={t('people.new.postTitle')}
        hint={t('people.new.postTitleHint')}
        required
        maxLength={200}
        {...form.field('postTitle')}
      />
      <TextInput label={t('people.new.email')} type="email" {...form.field('email')} />
      <TextInput label={t('people.new.phone')} type="tel" {...form.field('phone')} />
      <div className="flex flex-wrap gap-2 sm:col-span-2">
        <Button type="submit" look="primary" busy={create.isPending}>
          {t('people.new.submitRecord')}
        </Button>
        <LinkButton to={paths.people.to()}>{t('ui.cancel')}</LinkButton>
      </div>
    </form>
  );
}

import { dayOf } from '#lib/format.ts';
import { type PostKind, postKinds } from '#lib/unit-kinds.ts';
import type { UnitDetail } from '#modules/org/org.contract.ts';
import { createPost } from '#modules/org/posts.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Link } from '../../ui/link.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';
import { PersonPicker, type PickedPerson } from './person-picker.tsx';
import { Ends, postReads, Refused } from './post-forms.tsx';

/** A new post of the unit, held by somebody of the list or vacant. */
export function AddPost({ unit, onClose }: { unit: UnitDetail; onClose: () => void }) {
  const t = useT();
  const form = useForm({
    kind: 'communications' as PostKind,
    title: '',
    personId: null as PickedPerson | null,
    validFrom: dayOf(Date.now()) as string | null,
  });
  const add = useWrite(createPost, {
    changes: postReads,
    onDone: (post) => {
      toast({ text: t('org.posts.added', { title: post.title }) });
      onClose();
    },
  });
  const { kind, title, personId, validFrom } = form.values;
  return (
    <form
      noValidate
      aria-label={t('org.posts.add')}
      className="m-4 grid items-start gap-4 rounded-md bg-sunken p-4 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        const input = { unitId: unit.id, kind, title, personId: personId?.id, validFrom: validFrom ?? undefined };
        add.mutate(input, { onError: form.fail });
      }}
    >
      {form.problem && <Refused problem={form.problem} />}
      <Select<PostKind>
        label={t('org.posts.kind')}
        options={postKinds.map((value) => ({ value, label: t(`org.post.${value}`) }))}
        {...form.field('kind')}
      />
      <TextInput label={t('org.posts.titleField')} hint={t('org.posts.titleHint')} required {...form.field('title')} />
      <PersonPicker
        label={t('org.posts.person')}
        hint={
          <>
            {t('org.posts.personHint')}{' '}
            <Link to={paths.peopleInvite.to({}, { unit: unit.id })}>{t('org.posts.newPerson')}</Link>
          </>
        }
        {...form.field('personId')}
      />
      <DateField label={t('org.posts.from')} {...form.field('validFrom')} />
      <Ends busy={add.isPending} verb={t('org.posts.add')} onClose={onClose} />
    </form>
  );
}

import { changeEmail } from '#modules/access/access.contract.ts';
import type { PersonDetail } from '#modules/org/people.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { toast } from '../../ui/toast.tsx';

/** The address is the sign-in name, so its change says what it brings with it. */
export function ChangeEmail({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const t = useT();
  const form = useForm({ email: person.email ?? '' });
  const change = useWrite(changeEmail, {
    changes: ['/people', '/units'],
    onDone: () => {
      toast({ text: t('people.email.saved') });
      onClose();
    },
  });
  return (
    <form
      noValidate
      className="mt-4 flex flex-col gap-4 rounded-md bg-sunken p-4"
      onSubmit={(event) => {
        event.preventDefault();
        const { email } = form.values;
        change.mutate({ personId: person.id, version: person.version, email }, { onError: form.fail });
      }}
    >
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      <TextInput
        label={t('people.email.new')}
        hint={t('people.email.hint')}
        type="email"
        required
        {...form.field('email')}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={change.isPending}>
          {t('people.email.change')}
        </Button>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
      </div>
    </form>
  );
}

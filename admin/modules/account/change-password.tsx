import { changePassword } from '#modules/access/access.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useForm } from '../../app/form.ts';
import { useSession } from '../../app/session.tsx';
import { PasswordInput } from '../../app/sign-in-form.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';

const empty = { current: '', next: '' };

/** A new password; all other sessions end, this one goes on. */
export function ChangePassword() {
  const t = useT();
  const { email } = useSession().me.person;
  const form = useForm(empty);
  const change = useWrite(changePassword, {
    changes: ['/sessions'],
    onDone: () => {
      form.reset(empty);
      toast({ text: t('account.password.done') });
    },
  });
  return (
    <form
      noValidate
      className="flex max-w-96 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(form.values, { onError: form.fail });
      }}
    >
      <p className="text-muted">{t('account.password.lead')}</p>
      {form.problem && <Notice live tone="danger" title={form.problem.title} />}
      {/* Password keepers want to know whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={email ?? ''} readOnly hidden />
      <PasswordInput label={t('account.password.current')} autoComplete="current-password" {...form.field('current')} />
      <PasswordInput
        label={t('ui.password.new')}
        hint={t('ui.password.hint')}
        autoComplete="new-password"
        {...form.field('next')}
      />
      <div>
        <Button type="submit" look="primary" busy={change.isPending}>
          {t('account.password.submit')}
        </Button>
      </div>
    </form>
  );
}

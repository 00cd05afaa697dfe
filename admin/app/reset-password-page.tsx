import { useState } from 'react';
import { resetPassword } from '#modules/access/access.contract.ts';
import { useT } from '../texts/load.ts';
import { Button } from '../ui/button.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWrite } from './data.ts';
import { useSecret } from './filters.ts';
import { Outside } from './outside.tsx';
import { paths } from './paths.ts';
import { PasswordInput } from './sign-in-form.tsx';

export default function ResetPasswordPage() {
  const t = useT();
  const token = useSecret();
  const [password, setPassword] = useState('');
  const reset = useWrite(resetPassword);
  if (reset.isSuccess) {
    return (
      <Outside title={t('ui.password.resetDone')} lead={t('ui.password.resetDoneHint')}>
        <LinkButton look="primary" to={paths.signIn.to()}>
          {t('ui.signIn.submit')}
        </LinkButton>
      </Outside>
    );
  }
  return (
    <Outside title={t('ui.password.resetTitle')} lead={t('ui.password.resetLead')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          reset.mutate({ token, password });
        }}
      >
        {reset.error && !reset.error.fields?.password && <Notice live tone="danger" title={reset.error.title} />}
        <PasswordInput
          label={t('ui.password.new')}
          hint={t('ui.password.hint')}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={reset.error?.fields?.password}
        />
        <Button type="submit" look="primary" busy={reset.isPending}>
          {t('ui.password.reset')}
        </Button>
      </form>
    </Outside>
  );
}

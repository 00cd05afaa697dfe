import { useState } from 'react';
import { askPasswordReset } from '#modules/access/access.contract.ts';
import { useT } from '../texts/load.ts';
import { Button } from '../ui/button.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useWrite } from './data.ts';
import { Outside } from './outside.tsx';
import { paths } from './paths.ts';

export default function ForgotPasswordPage() {
  const t = useT();
  const [email, setEmail] = useState('');
  const ask = useWrite(askPasswordReset);
  if (ask.isSuccess) {
    return (
      <Outside title={t('ui.password.asked')} lead={t('ui.password.askedHint')}>
        <LinkButton to={paths.signIn.to()}>{t('ui.signIn.submit')}</LinkButton>
      </Outside>
    );
  }
  return (
    <Outside title={t('ui.password.forgotTitle')} lead={t('ui.password.forgotLead')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate({ email });
        }}
      >
        {ask.error && !ask.error.fields && <Notice live tone="danger" title={ask.error.title} />}
        <TextInput
          label={t('ui.signIn.email')}
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          error={ask.error?.fields?.email}
        />
        <Button type="submit" look="primary" busy={ask.isPending}>
          {t('ui.password.ask')}
        </Button>
        <LinkButton look="quiet" to={paths.signIn.to()}>
          {t('ui.back')}
        </LinkButton>
      </form>
    </Outside>
  );
}

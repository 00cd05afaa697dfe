import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { acceptInvitation, lookAtInvitation } from '#modules/access/invitations.contract.ts';
import { useT } from '../texts/load.ts';
import { Button } from '../ui/button.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { queries, useRead, useWrite } from './data.ts';
import { useSecret } from './filters.ts';
import { Outside } from './outside.tsx';
import { paths } from './paths.ts';
import { PasswordInput } from './sign-in-form.tsx';

export default function InvitationPage() {
  const t = useT();
  const navigate = useNavigate();
  const token = useSecret();
  const [password, setPassword] = useState('');
  const { data: offer, error } = useRead(lookAtInvitation, { token });
  const accept = useWrite(acceptInvitation, {
    onDone: () => {
      queries.clear();
      void navigate({ to: paths.home.to(), replace: true });
    },
  });
  if (error) {
    return (
      <Outside title={t('ui.invitation.gone')} lead={t('ui.invitation.goneHint')}>
        <Notice tone="danger" title={error.title} />
        <LinkButton to={paths.signIn.to()}>{t('ui.signIn.submit')}</LinkButton>
      </Outside>
    );
  }
  if (!offer) {
    return (
      <Outside title={t('ui.invitation.title')}>
        <Skeleton />
      </Outside>
    );
  }
  const lead = t('ui.invitation.lead', { person: offer.name, role: t(`ui.role.${offer.role}`), unit: offer.unitName });
  const problem = accept.error;
  return (
    <Outside
      title={t('ui.invitation.title')}
      lead={`${lead} ${offer.invitedBy ? t('ui.invitation.by', { inviter: offer.invitedBy }) : ''}`}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          accept.mutate({ token, password });
        }}
      >
        {problem && !problem.fields && <Notice live tone="danger" title={problem.title} />}
        <TextInput label={t('ui.signIn.email')} value={offer.email} readOnly autoComplete="username" />
        <PasswordInput
          label={t('ui.password.new')}
          hint={t('ui.password.hint')}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={problem?.fields?.password}
        />
        <Button type="submit" look="primary" busy={accept.isPending}>
          {t('ui.invitation.submit')}
        </Button>
      </form>
    </Outside>
  );
}

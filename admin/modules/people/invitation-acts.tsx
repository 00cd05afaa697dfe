import { useState } from 'react';
import { type InvitationRow, renewInvitation, revokeInvitation } from '#modules/access/invitations.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';

/** Sends an invitation again, or takes it back. */
export function InvitationActs({ invitation }: { invitation: InvitationRow }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const renew = useWrite(renewInvitation, {
    changes: ['/invitations'],
    onDone: ({ email }) => toast({ text: t('people.invitations.renewed', { email: email ?? '' }) }),
  });
  const revoke = useWrite(revokeInvitation, {
    changes: ['/invitations'],
    onDone: () => {
      setAsking(false);
      toast({ text: t('people.invitations.revoked') });
    },
  });
  const { id, personName: name, can } = invitation;
  return (
    <span className="inline-flex flex-wrap justify-end gap-2">
      {can.includes('renew') && (
        <Button
          size="sm"
          busy={renew.isPending}
          aria-label={`${t('people.invitations.renew')}: ${name}`}
          onClick={() =>
            renew.mutate({ invitationId: id }, { onError: (problem) => toast({ tone: 'danger', text: problem.title }) })
          }
        >
          {t('people.invitations.renew')}
        </Button>
      )}
      {can.includes('revoke') && (
        <Button size="sm" aria-label={`${t('people.invitations.revoke')}: ${name}`} onClick={() => setAsking(true)}>
          {t('people.invitations.revoke')}
        </Button>
      )}
      <Confirm
        open={asking}
        title={t('people.invitations.revokeTitle', { name })}
        verb={t('people.invitations.revoke')}
        danger
        busy={revoke.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => revoke.mutate({ invitationId: id })}
      >
        <p>{t('people.invitations.revokeHint')}</p>
        {revoke.error && <Notice live tone="danger" title={revoke.error.title} />}
      </Confirm>
    </span>
  );
}

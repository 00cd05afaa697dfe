import { useState } from 'react';
import { type GrantRow, revokeGrant } from '#modules/access/access.contract.ts';
import { useWrite } from '../../app/data.ts';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';

/** Takes a role back at once. */
export function RevokeGrant({ grant }: { grant: Pick<GrantRow, 'id' | 'role' | 'personName'> }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const role = t(`ui.role.${grant.role}`);
  const words = { role, name: grant.personName };
  const revoke = useWrite(revokeGrant, {
    changes: ['/units', '/people', '/me'],
    onDone: () => {
      setAsking(false);
      toast({ text: t('org.grants.revoked', words) });
    },
  });
  return (
    <>
      <Button
        size="sm"
        aria-label={`${t('org.grants.revoke')}: ${role}, ${grant.personName}`}
        onClick={() => setAsking(true)}
      >
        {t('org.grants.revoke')}
      </Button>
      <Confirm
        open={asking}
        title={t('org.grants.revokeTitle', words)}
        verb={t('org.grants.revoke')}
        danger
        busy={revoke.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => revoke.mutate({ grantId: grant.id })}
      >
        <p>{t('org.grants.revokeHint')}</p>
        {revoke.error && <Notice live tone="danger" title={revoke.error.title} />}
      </Confirm>
    </>
  );
}

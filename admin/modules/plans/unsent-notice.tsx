import { useEffect, useState } from 'react';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { hasUnsent } from './kept-lines.ts';

/** Says that lines typed on this machine never reached the server, and where to send them. */
export function UnsentNotice({ planId }: { planId: string }) {
  const t = useT();
  const personId = useSession().me.person.id;
  const [unsent, setUnsent] = useState(false);
  useEffect(() => {
    void hasUnsent(planId, personId).then(setUnsent);
  }, [planId, personId]);
  if (!unsent) return null;
  return (
    <Notice
      tone="warning"
      title={t('plans.page.unsent')}
      action={
        <LinkButton size="sm" to={paths.planEdit.to({ planId })}>
          {t('plans.page.openEditor')}
        </LinkButton>
      }
    >
      {t('plans.page.unsentHint')}
    </Notice>
  );
}

import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';

/** In place of sending and coverage while the plan is on its way to the signature. */
export function NotIssued({ planId }: { planId: string }) {
  const t = useT();
  return (
    <EmptyState
      title={t('cascade.send.notIssued')}
      action={<LinkButton to={paths.plan.to({ planId })}>{t('cascade.send.toPlan')}</LinkButton>}
    >
      {t('cascade.send.notIssuedHint')}
    </EmptyState>
  );
}

import type { Plan } from '#modules/plans/plans.contract.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';

/** An editor of a plan that cannot be changed now says why, and where to go on. */
export function LockedPage({ plan }: { plan: Plan }) {
  const t = useT();
  return (
    <Page
      title={plan.title}
      crumbs={[
        { label: t('plans.title'), to: paths.plans.to() },
        { label: t('plans.edit.toPlan'), to: paths.plan.to({ planId: plan.id }) },
      ]}
    >
      <EmptyState
        title={t('plans.edit.stopped')}
        action={
          <LinkButton look="primary" to={paths.plan.to({ planId: plan.id })}>
            {t('plans.edit.toPlan')}
          </LinkButton>
        }
      >
        {t('plans.edit.locked', { state: t(`plans.state.${plan.state}`) })}
      </EmptyState>
    </Page>
  );
}

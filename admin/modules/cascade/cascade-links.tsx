import ChartNoAxesColumn from 'lucide-react/icons/chart-no-axes-column';
import Send from 'lucide-react/icons/send';
import { listDispatches } from '#modules/cascade/cascade.contract.ts';
import type { Plan } from '#modules/plans/plans.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { LinkButton } from '../../ui/link.tsx';
import { useMaySend } from './use-may-send.ts';

/** On the page of an issued plan: the way to sending it down, and once it was sent to how it stands. */
export function CascadeLinks({ plan }: { plan: Plan }) {
  const t = useT();
  const maySend = useMaySend(plan);
  // What amends a plan comes into that plan, and goes down with it.
  const goesDown = plan.amendsId === null && (plan.state === 'issued' || plan.state === 'closed');
  const sent = useRead(listDispatches, { planId: plan.id }, { enabled: goesDown });
  const place = { planId: plan.id };
  const wasSent = (sent.data?.items.length ?? 0) > 0;
  // The signed paper comes first, where it is still missing.
  const first = maySend && !plan.can.includes('attach-signed');
  return (
    <>
      {wasSent && (
        <LinkButton look={first ? 'primary' : 'secondary'} icon={ChartNoAxesColumn} to={paths.planCoverage.to(place)}>
          {t('cascade.coverage.open')}
        </LinkButton>
      )}
      {maySend && goesDown && plan.state === 'issued' && (
        <LinkButton look={first && !wasSent ? 'primary' : 'secondary'} icon={Send} to={paths.planSend.to(place)}>
          {t('cascade.send.open')}
        </LinkButton>
      )}
    </>
  );
}

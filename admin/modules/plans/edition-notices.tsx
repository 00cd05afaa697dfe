import { shortDay } from '#lib/format.ts';
import type { Plan } from '#modules/plans/plans.contract.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { LinkButton } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What one must know of a plan before reading it: recalled, amended, or itself an amendment. */
export function EditionNotices({ plan }: { plan: Plan }) {
  return (
    <>
      {plan.recall && <Recalled recall={plan.recall} />}
      {plan.amendsId && <Amending plan={plan} amendsId={plan.amendsId} />}
      {plan.edition > 1 && <Amended plan={plan} />}
    </>
  );
}

function Recalled({ recall: { reason, ref, on } }: { recall: NonNullable<Plan['recall']> }) {
  const t = useT();
  return (
    <Notice tone="danger" title={t('plans.recalled.title')}>
      <p className="whitespace-pre-line">{reason}</p>
      {ref && <p>{on ? t('plans.recalled.byOn', { ref, day: shortDay(on) }) : t('plans.recalled.by', { ref })}</p>}
    </Notice>
  );
}

function Amending({ plan, amendsId }: { plan: Plan; amendsId: string }) {
  const t = useT();
  const inForce = plan.state === 'issued';
  return (
    <Notice
      title={t('plans.amending.title')}
      action={
        <>
          <LinkButton size="sm" to={paths.planAmend.to({ planId: amendsId })}>
            {t('plans.amending.changes')}
          </LinkButton>
          <LinkButton size="sm" to={paths.plan.to({ planId: amendsId })}>
            {t('plans.amending.open')}
          </LinkButton>
        </>
      }
    >
      {plan.amendReason && <p className="whitespace-pre-line">{plan.amendReason}</p>}
      <p className="text-muted">{t(inForce ? 'plans.amending.issuedHint' : 'plans.amending.draftHint')}</p>
    </Notice>
  );
}

function Amended({ plan }: { plan: Plan }) {
  const t = useT();
  return (
    <Notice
      title={t('plans.amended.title', { n: plan.edition - 1 })}
      action={
        <LinkButton size="sm" to={paths.planAmend.to({ planId: plan.id })}>
          {t('plans.amended.open')}
        </LinkButton>
      }
    >
      {t('plans.amended.hint')}
    </Notice>
  );
}

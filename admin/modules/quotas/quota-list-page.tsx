import { useState } from 'react';
import { shortMonth } from '#lib/format.ts';
import { endQuota, listQuotas, type Quota } from '#modules/quotas/quotas.contract.ts';
import { useRead, useWrite } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { Badge } from '../../ui/state-tag.tsx';
import { toast } from '../../ui/toast.tsx';
import { quotaWords } from './board-words.ts';
import { QuotaForm } from './quota-form.tsx';

/** What the unit asks of others, and what is asked of it. */
export default function QuotaListPage() {
  const t = useT();
  const { unit } = useSession();
  const [adding, setAdding] = useState(false);
  const read = useRead(listQuotas, { unitId: unit?.id ?? '' }, { enabled: unit !== null });
  const canSet = read.data?.canSet ?? false;
  return (
    <Page
      title={t('quotas.list')}
      lead={t('quotas.listLead', { unit: unit?.name ?? '' })}
      crumbs={[{ label: t('quotas.title'), to: paths.quotaBoard.to() }]}
      action={
        canSet &&
        !adding && (
          <Button look="primary" onClick={() => setAdding(true)}>
            {t('quotas.add')}
          </Button>
        )
      }
    >
      {adding && unit && <QuotaForm unitId={unit.id} onDone={() => setAdding(false)} />}
      {read.error && <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />}
      {!read.data && !read.error && <PageSkeleton />}
      {read.data && (
        <>
          <Quotas title={t('quotas.set')} none={t('quotas.setNone')} items={read.data.set} />
          <Quotas title={t('quotas.owed')} none={t('quotas.owedNone')} items={read.data.owed} />
        </>
      )}
    </Page>
  );
}

function Quotas({ title, none, items }: { title: string; none: string; items: readonly Quota[] }) {
  return (
    <Card flush title={title}>
      {items.length === 0 ? (
        <EmptyState small title={none} />
      ) : (
        <ul className="divide-y divide-line">
          {items.map((quota) => (
            <li key={quota.id} className="flex flex-wrap items-start justify-between gap-3 px-4 py-3">
              <QuotaFacts quota={quota} />
              {quota.can.includes('end') && <End quota={quota} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function QuotaFacts({ quota }: { quota: Quota }) {
  const t = useT();
  const who = quota.scope === 'unit' ? (quota.targetUnitName ?? '') : t(`quotas.scope.${quota.scope}`);
  const facts = [
    who,
    quota.kinds.map((kind) => t(`ui.kind.${kind}`)).join(', '),
    t('quotas.units', { n: quota.units }),
    t('quotas.countedAt', { moment: t(`ui.moment.${quota.moment}`) }),
    t('quotas.months', { from: shortMonth(quota.fromMonth), to: shortMonth(quota.toMonth) }),
  ];
  return (
    <div className="min-w-0 flex-1 basis-64">
      <p className="flex flex-wrap items-baseline gap-2 font-semibold">
        {quotaWords(t, quota)}
        {quota.endedAt && <Badge tone="neutral">{t('quotas.ended')}</Badge>}
      </p>
      <p className="text-sm text-muted">{facts.filter(Boolean).join(' · ')}</p>
      <p className="text-sm">
        {quota.planId ? (
          <Link to={paths.plan.to({ planId: quota.planId })}>
            {t('quotas.fromPlan', { title: quota.planTitle ?? '' })}
          </Link>
        ) : (
          <span className="text-muted">{t('quotas.setBy', { unit: quota.unitName })}</span>
        )}
      </p>
    </div>
  );
}

function End({ quota }: { quota: Quota }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const end = useWrite(endQuota, {
    changes: ['/quotas'],
    onDone: () => {
      setOpen(false);
      toast({ tone: 'success', text: t('quotas.endDone') });
    },
  });
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('quotas.end')}
      </Button>
      <Confirm
        open={open}
        title={t('quotas.endTitle')}
        verb={t('quotas.end')}
        busy={end.isPending}
        onConfirm={() =>
          end.mutate(
            { quotaId: quota.id, version: quota.version },
            { onError: (problem) => toast({ tone: 'danger', text: problem.title }) },
          )
        }
        onClose={() => setOpen(false)}
      >
        {t('quotas.endHint')}
      </Confirm>
    </>
  );
}

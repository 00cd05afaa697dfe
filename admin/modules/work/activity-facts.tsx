import type { ReactNode } from 'react';
import { formatVnd, shortDay } from '#lib/format.ts';
import type { ActivityPage } from '#modules/work/work.contract.ts';
import { paths } from '../../app/paths.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';

/** Who, when, through what, and where the activity comes from; what is not known is left out. */
export function ActivityFacts({ page }: { page: ActivityPage }) {
  const t = useT();
  const language = useLanguage();
  const { activity, detail, origin } = page;
  const reference = page.plan.number ? ` (${page.plan.number}/${page.plan.symbol})` : '';
  const facts: [string, ReactNode][] = [
    [
      t('work.page.plan'),
      <Link key="plan" to={paths.plan.to({ planId: page.plan.id })}>
        {page.plan.title}
        {reference}
      </Link>,
    ],
    [t('work.column.unit'), activity.unitName],
    [t('work.page.lead'), detail.leadUnits.join(', ') || t('work.page.noLead')],
    [t('work.page.coordinating'), detail.coordinatingUnits.join(', ')],
    [t('work.page.channels'), detail.channels.join(', ')],
    [t('work.page.audience'), detail.audience],
    [t('work.page.time'), detail.timeText],
    [t('work.page.deadline'), detail.deadline && shortDay(detail.deadline)],
    [t('work.page.budget'), detail.budgetVnd !== null && formatVnd(detail.budgetVnd, language)],
    [
      t('work.page.origin'),
      origin && (
        <Link
          key="origin"
          to={
            origin.kind === 'plan'
              ? paths.plan.to({ planId: origin.id })
              : paths.incomingDocument.to({ documentId: origin.id })
          }
        >
          {origin.title}
        </Link>
      ),
    ],
  ];
  return (
    <Card title={t('work.page.facts')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="min-w-0 wrap-break-word">{value}</dd>
            </div>
          ))}
      </dl>
      {page.below.length > 0 && (
        <div className="mt-4 border-t border-line pt-3">
          <h3 className="font-semibold">{t('work.page.below')}</h3>
          <p className="text-xs text-muted">{t('work.page.below.hint')}</p>
          <ul className="mt-2 flex flex-col gap-1">
            {page.below.map((plan) => (
              <li key={plan.planId}>
                <Link to={paths.work.to({}, { plan: plan.planId })}>{plan.title}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}

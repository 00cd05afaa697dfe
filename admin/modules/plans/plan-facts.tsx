import type { ReactNode } from 'react';
import { dueIn, formatVnd, longDay, moment, shortDay } from '#lib/format.ts';
import { type Plan, signedPlan } from '#modules/plans/plans.contract.ts';
import { paths } from '../../app/paths.ts';
import { requestOf } from '../../app/request.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { periodText, referenceOf } from './plan-words.tsx';

/** What is known of a plan besides its text; what is not known yet is left out. */
export function Facts({ plan }: { plan: Plan }) {
  const t = useT();
  const language = useLanguage();
  const signer = [plan.signer.mode, plan.signer.position, plan.signer.name].filter(Boolean).join(' ');
  const under = plan.state === 'draft' || plan.state === 'consulting';
  const facts: [string, ReactNode][] = [
    [t('plans.fact.unit'), plan.unitName],
    [t('plans.fact.period'), periodText(plan.period, t, language)],
    [t('plans.fact.number'), plan.number ? referenceOf(plan) : `${plan.symbol} (${t('plans.number.none')})`],
    [t('plans.fact.issuedOn'), plan.issuedOn && longDay(plan.issuedOn, language)],
    [t('plans.fact.signer'), signer],
    [t('plans.fact.lead'), plan.leadName ?? t('plans.person.none')],
    [
      t('plans.fact.due'),
      under && plan.dueOn && `${shortDay(plan.dueOn)} (${dueIn(plan.dueOn, Date.now(), language)})`,
    ],
    [t('plans.fact.budget'), plan.budgetAmountVnd !== null && formatVnd(plan.budgetAmountVnd, language)],
    [
      t('plans.fact.source'),
      plan.sourceDocumentId && (
        <Link to={paths.incomingDocument.to({ documentId: plan.sourceDocumentId })}>{plan.sourceTitle ?? '…'}</Link>
      ),
    ],
    [
      t('plans.fact.parent'),
      plan.parentLine && (
        <>
          <Link to={paths.activity.to({ lineId: plan.parentLine.lineId })}>{plan.parentLine.text}</Link>{' '}
          {t('plans.fact.parentOf')}{' '}
          <Link to={paths.plan.to({ planId: plan.parentLine.planId })}>{plan.parentLine.planTitle}</Link>
        </>
      ),
    ],
    [
      t('plans.fact.follows'),
      plan.followsId && <Link to={paths.plan.to({ planId: plan.followsId })}>{t('plans.fact.followsOpen')}</Link>,
    ],
    [
      t('plans.fact.signedFile'),
      plan.signedFileId && (
        <a
          href={requestOf(signedPlan, { planId: plan.id }).url}
          className="text-primary underline underline-offset-2 hover:text-primary-hover"
        >
          {t('plans.page.signedFile')}
        </a>
      ),
    ],
    [t('plans.fact.updated'), moment(plan.updatedAt, Date.now(), language)],
  ];
  return (
    <Card title={t('plans.page.facts')}>
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
    </Card>
  );
}

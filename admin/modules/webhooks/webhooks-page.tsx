import { useState } from 'react';
import { listWebhooks, type Webhook } from '#modules/webhooks/webhooks.contract.ts';
import { useRead } from '../../app/data.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { HookCard } from './hook-card.tsx';
import { NewHook } from './new-hook.tsx';

export interface Shown {
  name: string;
  secret: string;
}

/** Where other software is told what happens at the unit and below it. */
export default function WebhooksPage() {
  const t = useT();
  const { data, error, refetch } = useRead(listWebhooks, {}, { refetchEvery: 15_000 });
  const [shown, setShown] = useState<Shown>();
  return (
    <Page
      title={t('webhooks.title')}
      lead={t('webhooks.lead')}
      crumbs={[{ label: t('webhooks.account'), to: paths.account.to() }]}
    >
      {shown && (
        <Notice live tone="success" title={t('webhooks.secretOf', { name: shown.name })}>
          <p className="mb-3">{t('webhooks.secretHint')}</p>
          <CopyField
            hideLabel
            label={t('webhooks.secret')}
            value={shown.secret}
            verb={t('webhooks.copy')}
            done={t('webhooks.copied')}
          />
        </Notice>
      )}
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={4} />}
      {data?.items.length === 0 && (
        <Card>
          <EmptyState small title={t('webhooks.none')}>
            {t('webhooks.noneHint')}
          </EmptyState>
        </Card>
      )}
      {data?.items.map((hook: Webhook) => (
        <HookCard key={hook.id} hook={hook} onSecret={setShown} />
      ))}
      <NewHook onMade={setShown} />
    </Page>
  );
}

import { useState } from 'react';
import { moment, shortDay } from '#lib/format.ts';
import { type GuardRow, listGuards } from '#modules/articles/checks.contract.ts';
import { useList } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Badge } from '../../ui/state-tag.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { LiftGuard, NewGuard } from './guard-forms.tsx';

/** What may not be published for now in a unit and below it, and why. */
export default function GuardsPage() {
  const t = useT();
  const { me } = useSession();
  const [filters, setFilters] = useFilters({ show: 'standing' });
  const [adding, setAdding] = useState(false);
  const show = filters.show === 'lifted' ? 'lifted' : 'standing';
  const list = useList(listGuards, { show }, { keepPrevious: true });
  const units = me.units.filter((unit) => unit.rights.includes('newsroom.manage'));
  const add = units.length > 0 && !adding && (
    <Button look="primary" onClick={() => setAdding(true)}>
      {t('checks.new')}
    </Button>
  );
  return (
    <Page
      title={t('checks.guards')}
      lead={t('checks.guardsLead')}
      crumbs={[{ label: t('ui.nav.articles'), to: paths.articles.to() }]}
      action={add}
      width="reading"
    >
      {adding && <NewGuard units={units} onClose={() => setAdding(false)} />}
      <Tabs
        label={t('checks.guards')}
        tabs={(['standing', 'lifted'] as const).map((key) => ({ key, label: t(`checks.${key}`) }))}
        value={show}
        onChange={(next) => setFilters({ show: next === 'standing' ? '' : next })}
      >
        {list.query.error && <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />}
        {!list.query.error && !list.items && <Skeleton lines={4} />}
        {list.items?.length === 0 && (
          <Card>
            <EmptyState title={t(show === 'standing' ? 'checks.guardsNone' : 'checks.liftedNone')}>
              {show === 'standing' && t('checks.guardsNoneHint')}
            </EmptyState>
          </Card>
        )}
        <ul className="flex flex-col gap-4">
          {list.items?.map((guard) => (
            <li key={guard.id}>
              <GuardCard guard={guard} />
            </li>
          ))}
        </ul>
        {list.items && list.items.length > 0 && (
          <More shown={list.items.length} hasMore={list.hasMore} busy={list.busy} onMore={list.more} />
        )}
      </Tabs>
    </Page>
  );
}

function GuardCard({ guard }: { guard: GuardRow }) {
  const t = useT();
  const language = useLanguage();
  const now = Date.now();
  const placed = moment(guard.placedAt, now, language);
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p className="flex flex-wrap gap-2">
          {guard.phrases.map((phrase) => (
            <Badge key={phrase} tone="warning">
              {phrase}
            </Badge>
          ))}
        </p>
        {guard.can.includes('lift') && <LiftGuard guard={guard} />}
      </div>
      <p className="mt-3 wrap-break-word">{guard.reason}</p>
      {guard.basis && <p className="text-sm text-muted wrap-break-word">{guard.basis}</p>}
      <p className="mt-3 text-sm text-muted">
        {guard.unitName} ·{' '}
        {guard.placedByName
          ? t('checks.by', { name: guard.placedByName, when: placed })
          : t('checks.byCase', { when: placed })}
        {guard.until && ` · ${t('checks.until').toLowerCase()} ${shortDay(guard.until)}`}
      </p>
      {guard.liftedAt && (
        <p className="mt-1 text-sm text-muted">
          {t('checks.lifted')}: {guard.liftedReason} (
          {t('checks.by', { name: guard.liftedByName ?? '', when: moment(guard.liftedAt, now, language) })})
        </p>
      )}
    </Card>
  );
}

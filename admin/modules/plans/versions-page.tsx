import { useState } from 'react';
import type { OutputOf } from '#lib/contract.ts';
import { moment } from '#lib/format.ts';
import { getPlan } from '#modules/plans/plans.contract.ts';
import { diffVersions, listVersions } from '#modules/plans/versions.contract.ts';
import { useRead } from '../../app/data.ts';
import { useAddress, useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice, ProblemPage } from '../../app/problem-notice.tsx';
import { useLanguage, useT } from '../../texts/load.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { PageSkeleton, Skeleton } from '../../ui/skeleton.tsx';
import { VersionChanges } from './version-changes.tsx';

type Version = OutputOf<typeof listVersions>['items'][number];

/** Versions of a plan, and what changed from one to another. */
export default function VersionsPage() {
  const t = useT();
  const { planId } = useAddress(paths.planVersions);
  const plan = useRead(getPlan, { planId });
  const read = useRead(listVersions, { planId });
  if (read.error) return <ProblemPage problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const versions = read.data.items.toSorted((a, b) => b.n - a.n);
  return (
    <Page
      title={t('plans.versions.title')}
      lead={t('plans.versions.lead')}
      crumbs={[
        { label: t('plans.title'), to: paths.plans.to() },
        { label: plan.data?.plan.title ?? '…', to: paths.plan.to({ planId }) },
      ]}
    >
      {versions.length === 0 ? (
        <EmptyState title={t('plans.versions.none')}>{t('plans.versions.noneHint')}</EmptyState>
      ) : (
        <Compared planId={planId} versions={versions} />
      )}
    </Page>
  );
}

/** The two versions compared stand in the address: the latest kept one and the plan as it is now, unless others were chosen. */
function Compared({ planId, versions }: { planId: string; versions: readonly Version[] }) {
  const t = useT();
  const [{ tu, den }, setFilters] = useFilters({ tu: '', den: '' });
  const from = tu || String(versions[0]?.n ?? 1);
  const to = den || '0';
  const nameOf = useVersionName();
  const options = versions.map((version) => ({ value: String(version.n), label: nameOf(version) }));
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <Card title={t('plans.versions.list')} flush>
        <ol>
          {versions.map((version, i) => (
            <VersionLine
              key={version.n}
              version={version}
              before={versions[i + 1]}
              onCompare={(older) => setFilters({ tu: String(older.n), den: String(version.n) })}
            />
          ))}
        </ol>
      </Card>
      <div className="flex min-w-0 flex-col gap-4">
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            label={t('plans.versions.from')}
            value={from}
            options={options}
            onChange={(n) => setFilters({ tu: n })}
          />
          <Select
            label={t('plans.versions.to')}
            value={to}
            options={[{ value: '0', label: t('plans.versions.now') }, ...options]}
            onChange={(n) => setFilters({ den: n === '0' ? '' : n })}
          />
        </div>
        <Changes planId={planId} from={from} to={to} />
      </div>
    </div>
  );
}

function useVersionName(): (version: Version) => string {
  const t = useT();
  return ({ n, label }) => {
    const known = (['consultation', 'submission', 'issue', 'edition'] as const).find((one) => one === label);
    return t('plans.versions.name', { n, label: known ? t(`plans.versions.label.${known}`) : label });
  };
}

interface VersionLineProps {
  version: Version;
  before: Version | undefined;
  onCompare: (older: Version) => void;
}

function VersionLine({ version, before, onCompare }: VersionLineProps) {
  const t = useT();
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const nameOf = useVersionName();
  return (
    <li className="border-b border-line px-4 py-3 last:border-b-0">
      <p className="font-semibold">{nameOf(version)}</p>
      <p className="text-xs text-muted">
        {version.personName} · {moment(version.at, now, language)}
      </p>
      {before && (
        <Button size="sm" look="quiet" className="mt-1 -ml-3" onClick={() => onCompare(before)}>
          {t('plans.versions.compare')}
        </Button>
      )}
    </li>
  );
}

function Changes({ planId, from, to }: { planId: string; from: string; to: string }) {
  const t = useT();
  const read = useRead(diffVersions, { planId, from, to }, { enabled: from !== to });
  if (from === to)
    return (
      <EmptyState small title={t('plans.versions.same')}>
        {t('plans.versions.sameHint')}
      </EmptyState>
    );
  if (read.error) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton lines={5} />;
  return <VersionChanges changes={read.data.changes} />;
}

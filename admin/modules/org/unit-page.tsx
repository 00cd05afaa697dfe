import { shortDay } from '#lib/format.ts';
import { getUnit, type UnitDetail } from '#modules/org/org.contract.ts';
import { useRead } from '../../app/data.ts';
import { useAddress, useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Page } from '../../ui/page.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { Badge, StateTag } from '../../ui/state-tag.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { UnitActions } from './unit-actions.tsx';
import { UnitChildren } from './unit-children.tsx';
import { UnitOverview } from './unit-overview.tsx';
import { UnitPeople } from './unit-people.tsx';
import { UnitSettings } from './unit-settings.tsx';

const tabs = ['overview', 'people', 'children', 'settings'] as const;
type TabKey = (typeof tabs)[number];

/** One unit: what it is, who holds what, what lies below, and the steps before its signature. */
export default function UnitPage() {
  const t = useT();
  const { unitId } = useAddress(paths.unit);
  const { data: unit, error, refetch } = useRead(getUnit, { unitId });
  if (error && !unit) {
    return (
      <Page title={t('org.title')}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!unit) return <PageSkeleton />;
  return (
    <Page
      title={unit.name}
      lead={[t(`ui.kind.${unit.kind}`), unit.parentName].filter(Boolean).join(' · ')}
      crumbs={crumbsOf(t('org.title'), unit)}
      state={
        unit.closedOn !== null && (
          <StateTag tone="neutral">{t('org.closedOn', { day: shortDay(unit.closedOn) })}</StateTag>
        )
      }
      action={<UnitActions unit={unit} />}
    >
      <UnitTabs unit={unit} />
    </Page>
  );
}

/** Where the unit lies: the list, then the working line from the top. */
export const crumbsOf = (title: string, unit: Pick<UnitDetail, 'ancestors'>) => [
  { label: title, to: paths.units.to() },
  ...unit.ancestors.map((above) => ({ label: above.name, to: paths.unit.to({ unitId: above.id }) })),
];

function UnitTabs({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const [{ tab }, setFilters] = useFilters({ tab: '' });
  const { can } = useSession();
  // Who is at a unit is for those who may see its people; the posts of the overview are for everybody.
  const offered = tabs.filter((key) => key !== 'people' || can('people.read', unit.path));
  const shown: TabKey = offered.find((key) => key === tab) ?? 'overview';
  const vacant = unit.posts.filter((post) => post.personId === null).length;
  const marks: Partial<Record<TabKey, React.ReactNode>> = {
    overview: vacant > 0 && <Badge tone="waiting">{vacant}</Badge>,
    children: <Badge>{unit.children}</Badge>,
  };
  return (
    <Tabs
      label={t('org.tab.label')}
      value={shown}
      onChange={(key) => setFilters({ tab: key === 'overview' ? '' : key })}
      tabs={offered.map((key) => ({ key, label: t(`org.tab.${key}`), mark: marks[key] }))}
    >
      {shown === 'overview' && <UnitOverview unit={unit} />}
      {shown === 'people' && <UnitPeople unit={unit} />}
      {shown === 'children' && <UnitChildren unit={unit} />}
      {shown === 'settings' && <UnitSettings unit={unit} />}
    </Tabs>
  );
}

import { dayOf, shortMonth } from '#lib/format.ts';
import { monthsOfPeriod } from '#lib/plan-parts.ts';
import { type Activity, countActivities, listActivities } from '#modules/work/work.contract.ts';
import { type ListRead, useList, useRead } from '../../app/data.ts';
import { useFilters } from '../../app/filters.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ListView } from './list-view.tsx';
import { MatrixView } from './matrix-view.tsx';
import { MonthView } from './month-view.tsx';
import { PlanNote } from './plan-note.tsx';
import { StateCounts } from './state-counts.tsx';
import { TimelineView } from './timeline-view.tsx';
import { type ViewName, viewNames } from './views.ts';
import { WaitingNotice } from './waiting-notice.tsx';
import { askedFor, stateOf, WorkFilter, type WorkFilters, workFilters } from './work-filter.tsx';

/** Activities at work: as a list, by month in a matrix, in the calendar of a month, or along the time. */
export default function WorkPage() {
  const t = useT();
  const { unit } = useSession();
  const [filters, setFilters] = useFilters(workFilters);
  const asked = { ...askedFor(filters, unit?.id), month: filters.month || undefined };
  const counts = useRead(countActivities, asked, { keepPrevious: true });
  const view = viewNames.find((v) => v === filters.view) ?? 'list';
  return (
    <Page title={t('work.title')} lead={t('work.lead')}>
      <WaitingNotice n={counts.data?.waiting ?? 0} />
      {filters.plan !== '' && <PlanNote planId={filters.plan} onOff={() => setFilters({ plan: '' })} />}
      <WorkFilter
        filters={filters}
        leads={counts.data?.leads ?? []}
        months={view === 'month' ? [] : monthOptions()}
        onChange={setFilters}
      />
      <StateCounts counts={counts.data?.states} chosen={filters.state} onChoose={(state) => setFilters({ state })} />
      <Tabs<ViewName>
        label={t('work.view')}
        tabs={viewNames.map((key) => ({ key, label: t(`work.view.${key}`) }))}
        value={view}
        onChange={(to) => setFilters({ view: to === 'list' ? '' : to, month: '', at: '' })}
      >
        <View view={view} filters={filters} onChange={setFilters} unitId={unit?.id} />
      </Tabs>
    </Page>
  );
}

interface Shown {
  view: ViewName;
  filters: WorkFilters;
  onChange: (change: Partial<WorkFilters>) => void;
  unitId: string | undefined;
}

function View({ view, filters, onChange, unitId }: Shown) {
  const month = view === 'month' ? filters.at || dayOf(Date.now()).slice(0, 7) : filters.month || undefined;
  const list: ListRead<Activity> = useList(
    listActivities,
    { ...askedFor(filters, unitId), month, state: stateOf(filters), limit: view === 'list' ? 50 : 100 },
    { keepPrevious: true },
  );
  if (list.query.error) return <ProblemNotice problem={list.query.error} onRetry={() => void list.query.refetch()} />;
  const props = { list, filters, onChange };
  if (view === 'matrix') return <MatrixView {...props} />;
  if (view === 'month') return <MonthView {...props} month={month!} unitId={unitId} />;
  if (view === 'timeline') return <TimelineView {...props} />;
  return <ListView {...props} />;
}

/** The months of last year, this one and the next. */
function monthOptions() {
  const year = Number(dayOf(Date.now()).slice(0, 4));
  const months = monthsOfPeriod({ kind: 'range', from: year - 1, to: year + 1 });
  return months.map((value) => ({ value, label: shortMonth(value) }));
}

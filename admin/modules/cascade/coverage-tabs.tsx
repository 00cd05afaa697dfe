import { listSent } from '#modules/cascade/coverage.contract.ts';
import type { Plan } from '#modules/plans/plans.contract.ts';
import { useRead } from '../../app/data.ts';
import { useT } from '../../texts/load.ts';
import { Badge } from '../../ui/state-tag.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { type CoverageFilters, type CoverageTab, coverageTabs, nothingNarrowed, tabOf } from './coverage-filter.ts';
import { Way } from './coverage-header.tsx';
import type { Coverage } from './coverage-page.tsx';
import { LinesTab } from './lines-tab.tsx';
import { MatrixTab } from './matrix-tab.tsx';
import { QuestionsTab } from './questions-tab.tsx';
import { RemindersTab } from './reminders-tab.tsx';
import { UnitsTab } from './units-tab.tsx';
import { useMaySend } from './use-may-send.ts';
import { WishesTab } from './wishes-tab.tsx';

export interface TabProps {
  plan: Plan;
  data: Coverage;
  filters: CoverageFilters;
  onFilter: (change: Partial<CoverageFilters>) => void;
}

/** How it stands below a unit; the others are about the plan as a whole, and the sender's. */
const forAll: readonly CoverageTab[] = ['don-vi', 'noi-dung', 'ma-tran'];

/** The same coverage by unit, by line and as a matrix; and for the sender what units ask, wish and were reminded of. */
export function CoverageTabs(props: TabProps) {
  const t = useT();
  const maySend = useMaySend(props.plan);
  const keys = (Object.keys(coverageTabs) as CoverageTab[]).filter((key) => maySend || forAll.includes(key));
  const sent = useRead(listSent, { planId: props.plan.id }, { enabled: maySend });
  const waiting: Partial<Record<CoverageTab, number | undefined>> = {
    'hoi-dap': sent.data?.items[0]?.openQuestions,
    'de-nghi': sent.data?.items[0]?.openWishes,
  };
  const asked = tabOf(props.filters);
  const tab = keys.includes(asked) ? asked : 'don-vi';
  return (
    <Tabs
      label={t('cascade.coverage.tabs')}
      tabs={keys.map((key) => ({
        key,
        label: t(`cascade.coverage.tab.${coverageTabs[key]}`),
        mark: waiting[key] ? <Badge tone="waiting">{waiting[key]}</Badge> : undefined,
      }))}
      value={tab}
      onChange={(muc) => props.onFilter({ ...nothingNarrowed, muc: muc === 'don-vi' ? '' : muc })}
    >
      {forAll.includes(tab) && (
        <div className="flex flex-col gap-4">
          <Way planId={props.plan.id} data={props.data} muc={props.filters.muc} />
          {tab === 'don-vi' && <UnitsTab {...props} />}
          {tab === 'noi-dung' && <LinesTab {...props} />}
          {tab === 'ma-tran' && <MatrixTab {...props} />}
        </div>
      )}
      {tab === 'hoi-dap' && <QuestionsTab planId={props.plan.id} />}
      {tab === 'de-nghi' && <WishesTab planId={props.plan.id} />}
      {tab === 'nhac-viec' && <RemindersTab planId={props.plan.id} />}
    </Tabs>
  );
}

import { useFilters } from '../../app/filters.ts';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { useMedia } from '../../ui/media.ts';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { UnitExplorer } from './unit-explorer.tsx';
import { UnitsFound, unitFilters } from './units-found.tsx';

/** The tree of units beside a list: what lies below the chosen unit, or what was searched for. */
export default function UnitsPage() {
  const t = useT();
  const { unit } = useSession();
  const [filters, setFilters] = useFilters(unitFilters);
  const wide = useMedia('(min-width: 64rem)');
  const chosen = filters.unit || unit?.id;
  const tree = (
    <Card title={t('org.tree')} flush className="lg:sticky lg:top-20 lg:max-h-[calc(100dvh-7rem)] lg:overflow-y-auto">
      <UnitExplorer
        start={unit?.id}
        chosen={chosen}
        onChoose={(id) => setFilters({ unit: id, view: '', q: '', kind: '' })}
      />
    </Card>
  );
  const list = <UnitsFound filters={filters} unitId={chosen} onChange={setFilters} />;
  return (
    <Page title={t('org.title')} lead={t('org.lead')}>
      {wide ? (
        <div className="grid grid-cols-[minmax(18rem,5fr)_minmax(0,8fr)] items-start gap-6">
          {tree}
          {list}
        </div>
      ) : (
        <Tabs
          label={t('org.view')}
          value={filters.view === 'tree' ? 'tree' : 'list'}
          onChange={(view) => setFilters({ view: view === 'tree' ? 'tree' : '' })}
          tabs={[
            { key: 'list', label: t('org.list') },
            { key: 'tree', label: t('org.tree') },
          ]}
        >
          {filters.view === 'tree' ? tree : list}
        </Tabs>
      )}
    </Page>
  );
}

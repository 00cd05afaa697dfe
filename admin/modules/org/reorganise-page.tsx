import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet';
import GitMerge from 'lucide-react/icons/git-merge';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { useT } from '../../texts/load.ts';
import { LinkButton } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ReorganiseFigures } from './reorganise-figures.tsx';
import { ReorganiseList } from './reorganise-list.tsx';

/** Units that were merged, divided, renamed, moved and closed; and the figures by the tree of then and of now. */
export default function ReorganisePage() {
  const t = useT();
  const [filters, setFilters] = useFilters({ tab: '', trangThai: '', lo: '' });
  return (
    <Page
      title={t('reorganise.title')}
      lead={t('reorganise.lead')}
      action={
        <>
          <LinkButton icon={FileSpreadsheet} to={paths.reorganiseTable.to()}>
            {t('reorganise.byTable')}
          </LinkButton>
          <LinkButton icon={GitMerge} look="primary" to={paths.reorganiseNew.to()}>
            {t('reorganise.one')}
          </LinkButton>
        </>
      }
    >
      <Tabs
        label={t('reorganise.tabs')}
        value={filters.tab === 'figures' ? 'figures' : 'changes'}
        onChange={(tab) => setFilters({ tab: tab === 'figures' ? 'figures' : '' })}
        tabs={[
          { key: 'changes', label: t('reorganise.tab.changes') },
          { key: 'figures', label: t('reorganise.tab.figures') },
        ]}
      >
        {filters.tab === 'figures' ? (
          <ReorganiseFigures />
        ) : (
          <ReorganiseList
            state={filters.trangThai}
            batchId={filters.lo}
            onState={(trangThai) => setFilters({ trangThai, lo: '' })}
          />
        )}
      </Tabs>
    </Page>
  );
}

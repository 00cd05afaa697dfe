import { useState } from 'react';
import { useFilters } from '../../app/filters.ts';
import { paths } from '../../app/paths.ts';
import { NothingHere } from '../../app/problem-notice.tsx';
import { useSession } from '../../app/session.tsx';
import { useT } from '../../texts/load.ts';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ImportFiles } from './import-files.tsx';
import { ImportPaste } from './import-paste.tsx';

/** Brings documents into the register of the unit I am acting for: files, or text that was copied. */
export default function ImportPage() {
  const t = useT();
  const { unit, can } = useSession();
  const [{ cach }, setFilters] = useFilters({ cach: '' });
  // The unit is held from the beginning: files already on their way must not end at another unit.
  const [unitId] = useState(unit?.id);
  const way = cach === 'dan' ? 'paste' : 'files';
  return (
    <Page
      title={t('documents.importTitle')}
      lead={t('documents.importLead', { unit: unit?.name ?? '' })}
      crumbs={[{ label: t('documents.title'), to: paths.incoming.to() }]}
    >
      {unitId && can('documents.receive') ? (
        <Tabs
          label={t('documents.importWay')}
          value={way}
          onChange={(key) => setFilters({ cach: key === 'paste' ? 'dan' : '' })}
          tabs={[
            { key: 'files', label: t('documents.fromFiles') },
            { key: 'paste', label: t('documents.fromPaste') },
          ]}
        >
          {way === 'files' ? <ImportFiles unitId={unitId} /> : <ImportPaste unitId={unitId} />}
        </Tabs>
      ) : (
        <NothingHere forbidden />
      )}
    </Page>
  );
}

import { moment } from '#lib/format.ts';
import { type ImportKind, listImports } from '#modules/org/imports.contract.ts';
import { useList } from '../../app/data.ts';
import { useLanguage, useT } from '../../texts/load.ts';
import { Card } from '../../ui/card.tsx';
import { More } from '../../ui/more.tsx';
import { Table } from '../../ui/table.tsx';

/** Tables that were brought in for the unit, newest first. */
export function PastImports({ kind, unitId }: { kind: ImportKind; unitId: string }) {
  const t = useT();
  const language = useLanguage();
  const list = useList(listImports, { unitId });
  const rows = list.items?.filter((one) => one.kind === kind);
  if (list.query.error || !rows || rows.length === 0) return null;
  return (
    <Card title={t('org.import.past')} flush>
      <Table
        caption={t('org.import.past')}
        rows={rows}
        keyOf={(row) => row.id}
        columns={[
          { key: 'file', title: t('org.import.past.file'), cell: (row) => row.fileName },
          {
            key: 'counts',
            title: t('org.import.past.counts'),
            cell: (row) => t('org.import.past.countsOf', { accepted: row.accepted, refused: row.refused.length }),
          },
          { key: 'by', title: t('org.import.past.by'), cell: (row) => row.personName },
          { key: 'at', title: t('org.import.past.at'), cell: (row) => moment(row.at, Date.now(), language) },
        ]}
      />
      {list.hasMore && <More shown={rows.length} hasMore busy={list.busy} onMore={list.more} />}
    </Card>
  );
}
